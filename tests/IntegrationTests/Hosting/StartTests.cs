using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Hosting;

/// <summary>A wrong setting stops the start: exit code 1, one line per fault on standard error, and no value that could be a secret.</summary>
public sealed class StartTests
{
    private const string Secret = "a-client-secret-that-must-not-be-printed-c0ffee";

    [Fact]
    public async Task Names_every_setting_that_is_missing()
    {
        var error = await Fail(new());
        error.Count.ShouldBe(3);
        error.ShouldContain(line => line.StartsWith("Cognito:Region is missing.", StringComparison.Ordinal));
        error.ShouldContain(line => line.StartsWith("Cognito:UserPoolId is missing.", StringComparison.Ordinal));
        error.ShouldContain(line => line.StartsWith("Cognito:ClientId is missing.", StringComparison.Ordinal));
    }

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
    [InlineData("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true", "ASPNETCORE_FORWARDEDHEADERS_ENABLED must not be true")]
    [InlineData("Security:AnswerFloor", "00:01:00", "Security:AnswerFloor must be between")]
    [InlineData("Security:AnswerFloor", "soon", "Security:AnswerFloor")]
    [InlineData("Security:RateLimits:PerClient:Permits", "0", "Security:RateLimits:PerClient:Permits must be between")]
    [InlineData("Security:RateLimits:AttemptsPerSession:Window", "2.00:00:00", "Security:RateLimits:AttemptsPerSession:Window must be between")]
    [InlineData("Security:RateLimits:CodesPerAcount:Permits", "5", "CodesPerAcount")]
    [InlineData("Security:RateLimits:CodesPerAccount:Permit", "5", "Permit")]
    [InlineData("Security:CorsOrigins:0", "*", "Security:CorsOrigins")]
    [InlineData("Shutdown:Delay", "01:00:00", "Shutdown:Delay")]
    [InlineData("Shutdown:Dealy", "00:00:05", "Shutdown:Dealy is not a setting.")]
    public async Task Names_the_setting_that_is_wrong(string key, string value, string named)
    {
        var line = (await Fail(new(Good) { [key] = value })).ShouldHaveSingleItem();
        line.ShouldContain(named);
        line.ShouldNotContain("Exception");
        if (named is "Cognito:ClientSecrets" or "ConnectionStrings:Redis") line.ShouldNotContain(value);
    }

    [Fact]
    public async Task Names_the_faults_of_all_sections_at_once()
    {
        var error = await Fail(new(Good) { ["Cognito:ServiceUrl"] = "ftp://127.0.0.1", ["Cognito:ClientId"] = "not an id", ["Security:TrustedProxies:0"] = "0.0.0.0/0" });
        error.Count.ShouldBe(3);
    }

    private static Dictionary<string, string?> Good => new()
    {
        ["Cognito:Region"] = "eu-west-1",
        ["Cognito:UserPoolId"] = "eu-west-1_AbCdEfGhI",
        ["Cognito:ClientId"] = "1example",
        ["Cognito:ClientSecrets:0"] = Secret,
    };

    private static async Task<IReadOnlyCollection<string>> Fail(Dictionary<string, string?> settings)
    {
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        var (exitCode, error) = await ApiProcess.Fail(settings);
        exitCode.ShouldBe(1, string.Join('\n', error));
        error.ShouldAllBe(line => !line.Contains(Secret, StringComparison.Ordinal) && !line.StartsWith("   at ", StringComparison.Ordinal));
        return error;
    }
}
