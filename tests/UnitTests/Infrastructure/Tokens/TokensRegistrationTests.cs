using CognitoAuth.Application;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class TokensRegistrationTests
{
    [Fact]
    public async Task The_registration_is_enough_to_load_keys_verify_tokens_and_report_readiness()
    {
        await using var server = await KeySetServer.Start();
        server.Answer = KeySetServer.Keys(TokenForge.Key);
        var services = new ServiceCollection().AddLogging().AddMetrics().AddTokens().AddRevocation();
        services.AddSingleton(SomeSession.Pool).AddSingleton(TestVerifier.Settings(server) with { Issuers = [server.Issuer] }).AddSingleton(new SecurityOptions());
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var token = new TokenForge(DateTimeOffset.UtcNow).Claiming(payload => payload["iss"] = server.Issuer);
        var verified = (await provider.GetRequiredService<IAccessTokenVerifier>().Verify(new Secret(token))).Value;

        provider.GetRequiredService<IRevocations>().Check(verified).ShouldBe(RevocationStatus.Live);
        provider.GetServices<IHostedService>().OfType<SigningKeysRefresh>().ShouldHaveSingleItem();
        var health = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Tags.Contains("ready"));
        health.Entries.Keys.ShouldBe(["signing-keys", "revocations"]);
        health.Status.ShouldBe(HealthStatus.Healthy);
    }
}
