using CognitoAuth.Api;
using CognitoAuth.Api.Hosting;
using CognitoAuth.Application.Ports;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Api;

/// <summary>A wrong setting makes the start fail with one line that names it. Covers each kind of fault, up to the text that the process would print.</summary>
public sealed class CognitoAuthHostTests
{
    private const string Secret = "a-client-secret-that-must-not-be-printed-c0ffee";

    [Theory]
    [InlineData("Cognito:Region", "Ireland", "Cognito:Region")]
    [InlineData("Cognito:UserPoolId", "us-east-1_AbCdEfGhI", "Cognito:UserPoolId")]
    [InlineData("Cognito:ServiceUrl", "http://cognito.example.com", "Cognito:ServiceUrl")]
    [InlineData("Cognito:Issuer", "http://cognito.example.com/pool", "Cognito:Issuer")]
    [InlineData("Cognito:ClientSecrets:1", "a-secret-that-is-too-long-a-secret-that-is-too-long-a-secret-that-is-too-long", "Cognito:ClientSecrets")]
    [InlineData("Cognito:RefreshTokenLifetime", "forever", "Cognito:RefreshTokenLifetime")]
    [InlineData("Cognito:Mode", "Sometimes", "Cognito:Mode")]
    [InlineData("Cognito:Regoin", "eu-west-1", "Cognito:Regoin is not a setting.")]
    [InlineData("Security:ExistenceErrors", "Sometimes", "Security:ExistenceErrors")]
    [InlineData("Security:RevocationStaleness", "00:00:00", "Security:RevocationStaleness")]
    [InlineData("ConnectionStrings:Redis", "redis.example.com,pasword=wr0ng", "ConnectionStrings:Redis")]
    [InlineData("ConnectionStrings:Redis", "redis://:wr0ng@redis.example.com", "ConnectionStrings:Redis")]
    [InlineData("Security:TrustedProxy", "10.0.0.1", "Security:TrustedProxy is not a setting.")]
    [InlineData("Security:TrustedProxies:0", "0.0.0.0/0", "Security:TrustedProxies")]
    [InlineData("Security:TrustedProxies:0", "::/0", "Security:TrustedProxies")]
    [InlineData("Security:TrustedProxies:0", "the proxy", "Security:TrustedProxies")]
    [InlineData("Security:AnswerFloor", "00:01:00", "Security:AnswerFloor must be between")]
    [InlineData("Security:AnswerFloor", "soon", "Security:AnswerFloor")]
    [InlineData("Security:RateLimits:PerClient:Permits", "0", "Security:RateLimits:PerClient:Permits must be between")]
    [InlineData("Security:RateLimits:AttemptsPerSession:Window", "2.00:00:00", "Security:RateLimits:AttemptsPerSession:Window must be between")]
    [InlineData("Security:RateLimits:CodesPerAcount:Permits", "5", "CodesPerAcount")]
    [InlineData("Security:RateLimits:CodesPerAccount:Permit", "5", "Permit")]
    [InlineData("Security:CorsOrigins:0", "*", "Security:CorsOrigins")]
    [InlineData("Shutdown:Delay", "01:00:00", "Shutdown:Delay")]
    [InlineData("Shutdown:Dealy", "00:00:05", "Shutdown:Dealy is not a setting.")]
    public async Task A_host_with_a_wrong_setting_does_not_start_and_names_it(string key, string value, string named)
    {
        var line = (await Faults(new(Good, StringComparer.Ordinal) { [key] = value })).ShouldHaveSingleItem();

        line.ShouldContain(named);
        line.ShouldNotContain('\n');
        line.ShouldNotContain("Exception");
        line.ShouldNotContain(Secret);
        if (named is "Cognito:ClientSecrets" or "ConnectionStrings:Redis") line.ShouldNotContain(value);
    }

    // Otherwise the cases above could fail because of a fault that they have in common.
    [Fact]
    public async Task A_host_with_correct_settings_passes_their_validation() => (await Faults(Good)).ShouldBeEmpty();

    [Fact]
    public async Task Host_in_production_refuses_a_singleton_that_would_keep_the_context_of_one_call()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.Configuration.AddInMemoryCollection(Good);
        builder.AddCognitoAuth();
        builder.Services.AddSingleton<KeepsTheGateway>();
        await using var app = builder.Build();

        Should.Throw<InvalidOperationException>(() => app.Services.GetRequiredService<KeepsTheGateway>()).Message.ShouldContain("scoped");
    }

    private static Dictionary<string, string?> Good => new(StringComparer.Ordinal)
    {
        ["Cognito:Region"] = "eu-west-1",
        ["Cognito:UserPoolId"] = "eu-west-1_AbCdEfGhI",
        ["Cognito:ClientId"] = "1example",
        ["Cognito:ClientSecrets:0"] = Secret,
    };

    private sealed class KeepsTheGateway(ICognitoGateway gateway)
    {
        public ICognitoGateway Gateway => gateway;
    }

    private static async Task<IReadOnlyList<string>> Faults(Dictionary<string, string?> settings)
    {
        try
        {
            var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
            builder.Configuration.AddInMemoryCollection(settings);
            builder.AddCognitoAuth();
            await using var app = builder.Build();
            app.UseCognitoAuth();
            return [];
        }
        catch (Exception exception) when (StartFaults.Of(exception) is { Count: > 0 } faults)
        {
            return faults;
        }
    }
}
