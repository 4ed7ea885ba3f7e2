using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

/// <summary>The HTTP client of the factory under the runtime's pipeline.</summary>
public sealed class CognitoHttpClientFactoryTests() : TransportTests(Way.Pipeline)
{
    [Fact]
    public async Task One_client_keeps_one_HTTP_client_and_disposes_it()
    {
        await using var stub = await CognitoStub.Answering("{}");
        var factory = new CountingFactory();
        var config = stub.Config();
        config.HttpClientFactory = factory;

        using (var client = new AmazonCognitoIdentityProviderClient(new AnonymousAWSCredentials(), config))
        {
            await client.SignUpAsync(SignUp);
            await client.SignUpAsync(SignUp);
        }

        var http = factory.Made.ShouldHaveSingleItem();
        await Should.ThrowAsync<ObjectDisposedException>(() => http.GetAsync(new Uri(stub.Url)));
    }

    /// <summary>Counts the clients of the real factory, with its caching rules.</summary>
    private sealed class CountingFactory : HttpClientFactory
    {
        private readonly CognitoHttpClientFactory _real = new();

        public List<HttpClient> Made { get; } = [];

        public override HttpClient CreateHttpClient(IClientConfig clientConfig)
        {
            Made.Add(_real.CreateHttpClient(clientConfig));
            return Made[^1];
        }

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => _real.UseSDKHttpClientCaching(clientConfig);

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => _real.DisposeHttpClientsAfterUse(clientConfig);

        public override string GetConfigUniqueString(IClientConfig clientConfig) => _real.GetConfigUniqueString(clientConfig);
    }
}
