using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

public abstract class RequestTests(Way way)
{
    private static readonly SignUpRequest SignUp = new()
    {
        ClientId = "1example23456789",
        Username = "jané@example.com",
        Password = "pässword\"1<&>",
        UserAttributes = [new AttributeType { Name = "email", Value = "jané@example.com" }],
    };

    [Fact]
    public async Task A_request_is_JSON_1_1_posted_to_the_root_with_the_operation_in_the_target_header()
    {
        await using var stub = await CognitoStub.Answering("""{"UserConfirmed":false,"UserSub":"c4459718"}""");
        using var client = stub.Client(way);

        await client.SignUpAsync(SignUp);

        var sent = stub.Request;
        sent.Method.ShouldBe("POST");
        sent.Path.ShouldBe("/");
        sent.Headers["Content-Type"].ShouldBe("application/x-amz-json-1.1");
        sent.Headers["X-Amz-Target"].ShouldBe("AWSCognitoIdentityProviderService.SignUp");
        sent.Headers["Content-Length"].ShouldNotBeNullOrEmpty();
        sent.Headers.ContainsKey("Transfer-Encoding").ShouldBeFalse();
        sent.Headers.ContainsKey("Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_leaves_out_null_members_and_keeps_every_character()
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(way);

        await client.SignUpAsync(SignUp);

        var body = System.Text.Json.JsonDocument.Parse(stub.Request.Body).RootElement;
        body.EnumerateObject().Select(member => member.Name).ShouldBe(["ClientId", "Username", "Password", "UserAttributes"], ignoreOrder: true);
        body.GetProperty("Username").GetString().ShouldBe("jané@example.com");
        body.GetProperty("Password").GetString().ShouldBe("pässword\"1<&>");
    }

    [Fact]
    public async Task Enumeration_values_are_sent_as_text_whether_known_or_not()
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(way);

        await client.InitiateAuthAsync(new InitiateAuthRequest { AuthFlow = AuthFlowType.USER_PASSWORD_AUTH });
        await client.InitiateAuthAsync(new InitiateAuthRequest { AuthFlow = "FLOW_OF_TOMORROW" });

        stub.Requests.Select(request => request.Body).ShouldBe(["""{"AuthFlow":"USER_PASSWORD_AUTH"}""", """{"AuthFlow":"FLOW_OF_TOMORROW"}"""]);
    }

    [Fact]
    public async Task A_request_without_members_is_an_empty_object()
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(way);

        await client.GlobalSignOutAsync(new GlobalSignOutRequest());

        stub.Request.Body.ShouldBe("{}");
    }

    [Fact]
    public async Task Unsigned_operations_never_resolve_credentials()
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(way, new UnavailableCredentials());

        await client.InitiateAuthAsync(new InitiateAuthRequest { ClientId = "client" });

        stub.Request.Headers.ContainsKey("Authorization").ShouldBeFalse();
    }

    [Fact]
    public async Task Admin_operations_with_anonymous_credentials_are_refused_before_anything_is_sent()
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(way, new AnonymousAWSCredentials());

        var refusal = await Should.ThrowAsync<AmazonClientException>(() => client.AdminGetUserAsync(new AdminGetUserRequest { Username = "jane" }));

        refusal.Message.ShouldBe("AdminGetUserRequest must be signed, but the client has no AWS credentials (they are anonymous).");
        stub.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void Requests_and_responses_do_not_print_their_secrets()
    {
        var secrets = new object[]
        {
            SignUp,
            new InitiateAuthRequest { AuthParameters = new(StringComparer.Ordinal) { ["PASSWORD"] = "hunter2" } },
            new AuthenticationResultType { AccessToken = "eyJ" },
        };

        foreach (var secret in secrets) secret.ToString().ShouldBe(secret.GetType().FullName);
    }

    private sealed class UnavailableCredentials : AWSCredentials
    {
        public override ImmutableCredentials GetCredentials() => throw new InvalidOperationException("Credentials were asked for.");
    }
}

public sealed class DirectRequestTests() : RequestTests(Way.Direct);

public sealed class PipelineRequestTests() : RequestTests(Way.Pipeline);
