using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class TokensRegistrationTests
{
    [Fact]
    public async Task Registers_all_that_a_host_needs_to_load_keys_verify_and_say_that_it_is_ready()
    {
        await using var server = await KeySetServer.Start();
        server.Answer = KeySetServer.Keys(TokenForge.Key);
        var services = new ServiceCollection().AddLogging().AddMetrics().AddTokens().AddRevocation();
        services.Configure<CognitoOptions>(options => (options.Issuer, options.ClientId) = (server.Issuer, TokenForge.ClientId));
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var token = new TokenForge(DateTimeOffset.UtcNow).Claiming(payload => payload["iss"] = server.Issuer);
        var verified = (await provider.GetRequiredService<IAccessTokenVerifier>().Verify(new Secret(token))).Value;

        provider.GetRequiredService<IRevocations>().Check(verified).ShouldBe(RevocationStatus.Live);
        provider.GetServices<IHostedService>().OfType<SigningKeysRefresh>().ShouldHaveSingleItem();
        var health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"));
        health.Entries.Keys.ShouldBe(["signing-keys"]);
        health.Status.ShouldBe(HealthStatus.Healthy);
    }
}
