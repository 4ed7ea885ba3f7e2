using System.Diagnostics;
using System.Text;
using Amazon;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Sdk;

public sealed class ClientTests
{
    [Fact]
    public async Task The_runtime_logs_no_body_even_when_response_logging_is_on()
    {
        const string secret = "token-that-must-not-be-logged";
        await using var stub = await CognitoStub.Answering($$"""{"AuthenticationResult":{"AccessToken":"{{secret}}","ExpiresIn":3600} }""");
        var config = stub.Config();
        config.LogResponse = true;
        config.LogMetrics = true;
        using var log = new MemoryLog();
        AWSConfigs.AddTraceListener("Amazon", log);
        AWSConfigs.LoggingConfig.LogTo = LoggingOptions.SystemDiagnostics;
        try
        {
            using var client = new AmazonCognitoIdentityProviderClient(new AnonymousAWSCredentials(), config);
            await client.InitiateAuthAsync(new InitiateAuthRequest { AuthParameters = new(StringComparer.Ordinal) { ["PASSWORD"] = secret } });
        }
        finally
        {
            AWSConfigs.LoggingConfig.LogTo = LoggingOptions.None;
            AWSConfigs.RemoveTraceListener("Amazon", log.Name);
        }

        log.Text.ShouldContain("InitiateAuth");
        log.Text.ShouldNotContain(secret);
    }

    [Fact]
    public void The_client_can_be_registered_as_an_AWS_service()
    {
        using var client = Create<IAmazonCognitoIdentityProvider>(config => config.RegionEndpoint = RegionEndpoint.EUCentral1);

        client.ShouldBeOfType<AmazonCognitoIdentityProviderClient>().Config.RegionEndpoint.ShouldBe(RegionEndpoint.EUCentral1);
    }

    private static T Create<T>(Action<ClientConfig> configure) where T : IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        configure(config);
        return (T)T.CreateDefaultServiceClient(new AnonymousAWSCredentials(), config);
    }

    private sealed class MemoryLog() : TraceListener("memory")
    {
        private readonly StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text) return _text.ToString();
            }
        }

        public override void Write(string? message)
        {
            lock (_text) _text.Append(message);
        }

        public override void WriteLine(string? message) => Write(message + "\n");
    }
}
