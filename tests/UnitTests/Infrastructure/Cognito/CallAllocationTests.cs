using System.Text.Json;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.Infrastructure.Cognito.Resilience;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit.Abstractions;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

/// <summary>
/// The memory that a call to Cognito allocates, which is the same on every machine and indicates CPU time too. The bounds are a fifth above the values measured in the Debug build that tests run in, which
/// allocates more than Release. HTTP is left out: a response from memory comes at once, so the whole call runs on one thread and only the call is counted.
/// </summary>
public sealed class CallAllocationTests(ITestOutputHelper output)
{
    private const int Calls = 200;

    [Fact]
    public void A_call_allocates_little_more_than_its_tokens()
    {
        using var client = Client();

        var perCall = PerCall(() => client.InitiateAuthAsync(new InitiateAuthRequest
        {
            AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
            ClientId = "client",
            AuthParameters = new() { ["USERNAME"] = "jane", ["PASSWORD"] = "Passw0rd!" },
        }));

        perCall.ShouldBeLessThan(13_200);
    }

    [Fact]
    public void A_sign_in_through_the_gateway_allocates_little_more_than_the_call()
    {
        using var client = Client();
        using var resilience = new CognitoResilience(TimeProvider.System, NullLogger<CognitoResilience>.Instance);
        var options = new CognitoOptions { Region = "eu-central-1", UserPoolId = "eu-central-1_AbCdEfGhI", ClientId = "client" };
        var gateway = new CognitoGateway(client, options, resilience, new ClientSecrets(options), new CognitoMetrics(RecordedMetrics.NoMeters()), new FlowContext(new FakeClientContext()), TimeProvider.System);
        var password = new Secret("Passw0rd!");

        var perCall = PerCall(() => gateway.StartSignIn("jane", new SignInStart.Password(password), CancellationToken.None));

        perCall.ShouldBeLessThan(15_500);
    }

    private static DirectCognitoClient Client() => new(
        new AnonymousAWSCredentials(),
        new AmazonCognitoIdentityProviderConfig { ServiceURL = "http://127.0.0.1:9", AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0, MaxStaleConnectionRetries = 0, Timeout = Timeout.InfiniteTimeSpan },
        new TokensAtOnce());

    private long PerCall(Func<Task> call)
    {
        for (var warmUp = 0; warmUp < Calls; warmUp++) call().IsCompletedSuccessfully.ShouldBeTrue();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var completed = true;
        for (var number = 0; number < Calls; number++) completed &= call().IsCompletedSuccessfully;
        var perCall = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;

        completed.ShouldBeTrue("what ran elsewhere was not counted");
        output.WriteLine($"{perCall} bytes");
        return perCall;
    }

    /// <summary>Tokens of Cognito's usual size: 7.9 kB as strings.</summary>
    private sealed class TokensAtOnce : HttpMessageHandler
    {
        private static readonly byte[] Body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            AuthenticationResult = new { AccessToken = new string('a', 1071), ExpiresIn = 3600, IdToken = new string('i', 1102), RefreshToken = new string('r', 1784), TokenType = "Bearer" },
            ChallengeParameters = new { },
        });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { RequestMessage = request, Content = new ByteArrayContent(Body) });
    }
}
