using System.Net;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

public abstract class ErrorTests(Way way)
{
    public static TheoryData<string> ModelledErrors => [.. CognitoModel.Exceptions];

    [Theory]
    [InlineData("""{"__type":"UserNotFoundException","message":"User does not exist."}""", null)]
    [InlineData("""{"__type":"UserNotFoundException","Message":"User does not exist."}""", null)]
    [InlineData("""{"__type":"com.amazonaws.cognito.v20160418#UserNotFoundException","message":"User does not exist."}""", null)]
    [InlineData("""{"__type":"aws#UserNotFoundException:http://internal.amazon.com/x#y","message":"User does not exist."}""", null)]
    [InlineData("""{"message":"User does not exist."}""", "UserNotFoundException:")]
    [InlineData("""{"message":"User does not exist."}""", "UserNotFoundException:http://internal.amazon.com/x/")]
    [InlineData("""{"code":"UserNotFoundException","message":"User does not exist."}""", null)]
    [InlineData("""{"__type":"UserNotFoundException","code":"Other","message":"User does not exist."}""", "AnotherException:")]
    [InlineData("""{"code":"Other","message":"User does not exist."}""", "UserNotFoundException:")]
    public async Task Name_and_message_of_an_error_are_found_in_each_of_their_places(string body, string? header)
    {
        await using var stub = await CognitoStub.Answering(body, 400, [.. header is null ? [] : new[] { ("x-amzn-ErrorType", header) }, ("x-amzn-RequestId", "id")]);
        using var client = stub.Client(way);

        var error = await Should.ThrowAsync<UserNotFoundException>(() => client.ForgotPasswordAsync(new ForgotPasswordRequest()));

        error.Message.ShouldBe("User does not exist.");
        error.ErrorCode.ShouldBe("UserNotFoundException");
        error.RequestId.ShouldBe("id");
        error.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [MemberData(nameof(ModelledErrors))]
    public async Task Each_modelled_error_has_its_type(string name)
    {
        await using var stub = await CognitoStub.Answering($$"""{"__type":"{{name}}","message":"text"}""", 400);
        using var client = stub.Client(way);

        var error = await Should.ThrowAsync<AmazonCognitoIdentityProviderException>(() => client.SignUpAsync(new SignUpRequest()));

        error.GetType().FullName.ShouldBe("Amazon.CognitoIdentityProvider.Model." + name);
        error.ErrorCode.ShouldBe(name);
        error.Message.ShouldBe("text");
        error.GetType().GetConstructors().Length.ShouldBe(5);
    }

    [Fact]
    public void No_type_is_left_without_a_modelled_error() =>
        typeof(AmazonCognitoIdentityProviderException).Assembly.GetTypes()
            .Where(type => type.BaseType == typeof(AmazonCognitoIdentityProviderException))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(ModelledErrors);

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task The_name_of_an_error_decides_its_type_and_not_the_status(int status)
    {
        await using var stub = await CognitoStub.Answering("""{"__type":"TooManyRequestsException","message":"Rate exceeded"}""", status);
        using var client = stub.Client(way);

        var error = await Should.ThrowAsync<TooManyRequestsException>(() => client.SignUpAsync(new SignUpRequest()));

        ((int)error.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task An_invalid_parameter_carries_its_reason_code()
    {
        await using var stub = await CognitoStub.Answering(
            """{"__type":"InvalidParameterException","message":"1 validation error","reasonCode":"PasswordTooShort"}""", 400);
        using var client = stub.Client(way);

        (await Should.ThrowAsync<InvalidParameterException>(() => client.SignUpAsync(new SignUpRequest()))).ReasonCode.ShouldBe("PasswordTooShort");
    }

    [Fact]
    public async Task An_error_that_is_not_modelled_keeps_its_code()
    {
        await using var stub = await CognitoStub.Answering("""{"__type":"ExpiredTokenException","message":"The security token is expired"}""", 400);
        using var client = stub.Client(way);

        var error = await Should.ThrowAsync<AmazonCognitoIdentityProviderException>(() => client.SignUpAsync(new SignUpRequest()));

        error.GetType().ShouldBe(typeof(AmazonCognitoIdentityProviderException));
        error.ErrorCode.ShouldBe("ExpiredTokenException");
        error.Message.ShouldBe("The security token is expired");
    }

    [Theory]
    [InlineData(503, "<html><body>503 Service Temporarily Unavailable</body></html>")]
    [InlineData(502, "")]
    [InlineData(500, "{")]
    [InlineData(500, "[]")]
    [InlineData(400, """{"__type":null,"message":{}}""")]
    [InlineData(413, "null")]
    public async Task An_error_that_is_not_Cognitos_has_a_status_and_no_code(int status, string body)
    {
        await using var stub = await CognitoStub.Answering(body, status);
        using var client = stub.Client(way);

        var error = await Should.ThrowAsync<AmazonCognitoIdentityProviderException>(() => client.SignUpAsync(new SignUpRequest()));

        ((int)error.StatusCode).ShouldBe(status);
        error.ErrorCode.ShouldBeNull();
        error.Message.ShouldBe($"The service returned HTTP status {status} without a message.");
    }

    [Fact]
    public async Task A_redirect_is_an_error_without_our_HTTP_client_too()
    {
        await using var elsewhere = await CognitoStub.Answering("{}");
        await using var stub = await CognitoStub.Answering("", 307, ("Location", elsewhere.Url));
        var config = stub.Config();
        config.HttpClientFactory = null;
        using var client = new AmazonCognitoIdentityProviderClient(new AnonymousAWSCredentials(), config);

        await Should.ThrowAsync<AmazonUnmarshallingException>(() => client.SignUpAsync(new SignUpRequest { Password = "hunter2" }));
        await Should.ThrowAsync<AmazonUnmarshallingException>(() => client.GlobalSignOutAsync(new GlobalSignOutRequest()));

        elsewhere.Requests.ShouldBeEmpty();
    }
}

public sealed class DirectErrorTests() : ErrorTests(Way.Direct);

public sealed class PipelineErrorTests() : ErrorTests(Way.Pipeline);
