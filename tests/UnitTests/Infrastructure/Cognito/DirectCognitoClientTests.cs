using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

/// <summary>Calls that bypass the pipeline.</summary>
public sealed class DirectCognitoClientTests() : TransportTests(Way.Direct)
{
    [Fact]
    public async Task A_direct_request_is_that_of_the_pipeline_without_its_retry_headers()
    {
        var direct = await Sent(Way.Direct);
        var pipeline = await Sent(Way.Pipeline);

        (direct.Method, direct.Path, direct.Body).ShouldBe((pipeline.Method, pipeline.Path, pipeline.Body));
        direct.Headers.Where(header => header.Key != "User-Agent").ToDictionary()
            .ShouldBe(pipeline.Headers.Where(header => header.Key != "User-Agent" && !header.Key.StartsWith("amz-sdk-", StringComparison.Ordinal)).ToDictionary(), ignoreOrder: true);
        // The pipeline appends its own features.
        pipeline.Headers["User-Agent"].ShouldStartWith(direct.Headers["User-Agent"]);
    }

    [Fact]
    public async Task Signed_requests_go_through_the_pipeline()
    {
        await using var stub = await CognitoStub.Answering("""{"Username":"jane"}""");
        using var client = stub.Client(Way.Direct, new BasicAWSCredentials("AKIDEXAMPLE", "secret"));

        await client.AdminGetUserAsync(new AdminGetUserRequest { Username = "jane" });

        stub.Request.Headers["Authorization"].ShouldStartWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public void A_configuration_with_retries_is_refused(int errors, int staleConnections)
    {
        var config = new AmazonCognitoIdentityProviderConfig { ServiceURL = "http://127.0.0.1:9", MaxErrorRetry = errors, MaxStaleConnectionRetries = staleConnections };

        Should.Throw<ArgumentException>(() => new DirectCognitoClient(new AnonymousAWSCredentials(), config));
    }

    [Fact]
    public async Task A_disposed_client_cannot_be_used()
    {
        await using var stub = await CognitoStub.Answering("{}");
        var client = stub.Client(Way.Direct);
        client.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => client.GetUserAsync(new GetUserRequest()));

        stub.Requests.ShouldBeEmpty();
    }

    private static async Task<SentRequest> Sent(Way way)
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(way);
        await client.InitiateAuthAsync(new InitiateAuthRequest
        {
            AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
            ClientId = "client",
            AuthParameters = new() { ["USERNAME"] = "jané", ["PASSWORD"] = "pässword\"1<&>" },
        });
        var sent = stub.Request;
        return sent with { Headers = sent.Headers.Where(header => header.Key != "Host").ToDictionary() };
    }
}
