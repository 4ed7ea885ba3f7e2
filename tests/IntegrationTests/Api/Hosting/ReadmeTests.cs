using System.Diagnostics;
using System.Text.RegularExpressions;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>The README's quick start works by copy and paste.</summary>
public sealed partial class ReadmeTests(EmbeddedApi embedded) : IClassFixture<EmbeddedApi>
{
    private const string Address = "http://localhost:5080";

    [Fact]
    public async Task The_quick_start_works_by_copy_and_paste()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "README.md"));
        var script = BashFence().Matches(readme).Select(fence => fence.Groups["script"].Value).Where(script => script.Contains("/v1/auth/sign-up", StringComparison.Ordinal)).ShouldHaveSingleItem();
        script.ShouldContain(Address);

        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var bash = Process.Start(start)!;
        await bash.StandardInput.WriteAsync(script.Replace(Address, embedded.Api.Client.BaseAddress!.ToString().TrimEnd('/'), StringComparison.Ordinal));
        bash.StandardInput.Close();
        var output = bash.StandardOutput.ReadToEndAsync();
        var error = bash.StandardError.ReadToEndAsync();
        await bash.WaitForExitAsync();

        bash.ExitCode.ShouldBe(0, await error);
        (await error).ShouldBeEmpty();
        (await output).TrimEnd().ShouldEndWith("401");
        (await output).ShouldContain("\"invalid_token\"");
        (await output).ShouldContain("\"confirmed\"");
        (await output).ShouldContain("\n204\n");
    }

    [GeneratedRegex("^```bash\n(?<script>.*?)^```", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex BashFence();
}
