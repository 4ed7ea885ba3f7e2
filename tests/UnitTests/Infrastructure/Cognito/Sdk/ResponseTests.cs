using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

public abstract class ResponseTests(Way way)
{
    private static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "secret");

    [Fact]
    public async Task Tokens_and_the_request_id_are_read()
    {
        await using var stub = await CognitoStub.Answering(
            """{"AuthenticationResult":{"AccessToken":"a","ExpiresIn":3600,"IdToken":"i","RefreshToken":"r","TokenType":"Bearer"},"ChallengeParameters":{}}""",
            headers: ("x-amzn-RequestId", "c4459718-f2a4-48f8-8377-d56a06828f46"));
        using var client = stub.Client(way);

        var response = await client.InitiateAuthAsync(new InitiateAuthRequest());

        var tokens = response.AuthenticationResult.ShouldNotBeNull();
        (tokens.AccessToken, tokens.ExpiresIn, tokens.IdToken, tokens.RefreshToken, tokens.TokenType).ShouldBe(("a", 3600, "i", "r", "Bearer"));
        tokens.NewDeviceMetadata.ShouldBeNull();
        response.ChallengeName.ShouldBeNull();
        response.ChallengeParameters.ShouldBeEmpty();
        response.AvailableChallenges.ShouldBeNull();
        response.ResponseMetadata.RequestId.ShouldBe("c4459718-f2a4-48f8-8377-d56a06828f46");
    }

    [Fact]
    public async Task A_challenge_is_read()
    {
        await using var stub = await CognitoStub.Answering(
            """{"ChallengeName":"NEW_PASSWORD_REQUIRED","Session":"session","ChallengeParameters":{"USER_ID_FOR_SRP":"jane","requiredAttributes":"[]"}}""");
        using var client = stub.Client(way);

        var response = await client.InitiateAuthAsync(new InitiateAuthRequest());

        response.ChallengeName.ShouldBe(ChallengeNameType.NEW_PASSWORD_REQUIRED);
        response.Session.ShouldBe("session");
        response.ChallengeParameters.ShouldNotBeNull()["USER_ID_FOR_SRP"].ShouldBe("jane");
        response.AuthenticationResult.ShouldBeNull();
    }

    [Theory]
    [InlineData("1549322513.816")]
    [InlineData("1.549322513816E9")]
    public async Task Timestamps_are_read_with_their_milliseconds_in_UTC(string timestamp)
    {
        await using var stub = await CognitoStub.Answering($$"""{"Username":"jane","UserCreateDate":{{timestamp}}}""");
        using var client = stub.Client(way, Credentials);

        var user = await client.AdminGetUserAsync(new AdminGetUserRequest());

        user.UserCreateDate.ShouldBe(new DateTime(2019, 2, 4, 23, 21, 53, 816, DateTimeKind.Utc));
        user.UserCreateDate!.Value.Kind.ShouldBe(DateTimeKind.Utc);
        user.UserLastModifiedDate.ShouldBeNull();
    }

    [Fact]
    public async Task Unknown_members_are_ignored_and_unknown_enumeration_values_are_kept()
    {
        await using var stub = await CognitoStub.Answering("""{"ChallengeName":"IRIS_SCAN","Later":{"a":[1,{}]},"Session":null}""");
        using var client = stub.Client(way);

        var response = await client.InitiateAuthAsync(new InitiateAuthRequest());

        response.ChallengeName.ShouldBe(new ChallengeNameType("IRIS_SCAN"));
        response.Session.ShouldBeNull();
    }

    [Fact]
    public async Task A_chunked_response_larger_than_the_first_buffer_is_read()
    {
        var value = new string('x', 100_000);
        await using var stub = await CognitoStub.Start(async context =>
        {
            await context.Response.WriteAsync("""{"Username":"jane","PreferredMfaSetting":" """.TrimEnd());
            await context.Response.Body.FlushAsync();
            await context.Response.WriteAsync(value + "\"}");
        });
        using var client = stub.Client(way);

        (await client.GetUserAsync(new GetUserRequest())).PreferredMfaSetting.ShouldBe(value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>down for maintenance</html>")]
    [InlineData("""{"AuthenticationResult":{"AccessToken":"secret-token"},"Session":12}""")]
    [InlineData("""{"AuthenticationResult":{"AccessToken":"secret-token","ExpiresIn":"soon"}}""")]
    [InlineData("""{"AuthenticationResult":{"AccessToken":"secret-token"}""")]
    public async Task The_error_for_an_unreadable_success_does_not_quote_it(string body)
    {
        await using var stub = await CognitoStub.Answering(body);
        using var client = stub.Client(way);

        var failure = await Should.ThrowAsync<AmazonUnmarshallingException>(() => client.InitiateAuthAsync(new InitiateAuthRequest()));

        failure.ToString().ShouldNotContain("secret-token");
        failure.ToString().ShouldNotContain("maintenance");
        failure.ResponseBody.ShouldBeNullOrEmpty();
    }

    [Theory]
    [InlineData("1e30")]
    [InlineData("-1")]
    [InlineData("\"2019-02-04\"")]
    public async Task A_value_that_is_not_a_timestamp_is_an_error(string timestamp)
    {
        await using var stub = await CognitoStub.Answering($$"""{"Username":"jane","UserCreateDate":{{timestamp}}}""");
        using var client = stub.Client(way, Credentials);

        await Should.ThrowAsync<AmazonUnmarshallingException>(() => client.AdminGetUserAsync(new AdminGetUserRequest()));
    }

    [Fact]
    public async Task An_unreadable_response_is_an_error_even_for_operations_without_output()
    {
        await using var stub = await CognitoStub.Answering("<html></html>");
        using var client = stub.Client(way);

        await Should.ThrowAsync<AmazonUnmarshallingException>(() => client.GlobalSignOutAsync(new GlobalSignOutRequest()));
    }
}

public sealed class DirectResponseTests() : ResponseTests(Way.Direct);

public sealed class PipelineResponseTests() : ResponseTests(Way.Pipeline);
