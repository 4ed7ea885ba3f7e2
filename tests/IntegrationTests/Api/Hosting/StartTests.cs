using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>An invalid setting prevents the start: exit code 1, one line per fault on standard error, and no value that could be a secret. CognitoAuthHostTests tests the kinds of faults without a process.</summary>
public sealed class StartTests
{
    private const string Secret = "a-client-secret-that-must-not-be-printed-c0ffee";

    [Fact]
    public async Task A_start_without_settings_names_every_missing_setting()
    {
        var error = await Fail(new());
        error.Count.ShouldBe(3);
        error.ShouldContain(line => line.StartsWith("Cognito:Region is missing.", StringComparison.Ordinal));
        error.ShouldContain(line => line.StartsWith("Cognito:UserPoolId is missing.", StringComparison.Ordinal));
        error.ShouldContain(line => line.StartsWith("Cognito:ClientId is missing.", StringComparison.Ordinal));
    }

    // ASP.NET Core reads the variable only from the environment of the process.
    [Fact]
    public async Task A_start_that_would_trust_forwarded_headers_of_everyone_names_the_variable()
    {
        var line = (await Fail(new(Good) { ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true" })).ShouldHaveSingleItem();
        line.ShouldContain("ASPNETCORE_FORWARDEDHEADERS_ENABLED must not be true");
        line.ShouldNotContain("Exception");
    }

    [Fact]
    public async Task A_start_with_faults_in_several_sections_names_all_of_them()
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
