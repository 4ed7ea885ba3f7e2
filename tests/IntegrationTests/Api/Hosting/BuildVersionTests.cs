using System.Diagnostics;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

public sealed class BuildVersionTests(EmbeddedApi embedded) : IClassFixture<EmbeddedApi>
{
    // The version from the file's resource, not from the program.
    private static readonly string Version = FileVersionInfo.GetVersionInfo(typeof(Program).Assembly.Location).ProductVersion!;

    [Fact]
    public void The_version_of_the_assembly_names_the_commit_in_a_git_checkout()
    {
        var git = Path.Combine(Repository.Root, ".git");
        Version.ShouldMatch(Directory.Exists(git) || File.Exists(git) ? @"^\d+\.\d+\.\d+\+[0-9a-f]{40}$" : @"^\d+\.\d+\.\d+$");
    }

    [Fact]
    public void The_first_log_line_reports_the_version() => embedded.Api.Output.First().ShouldEndWith($"INF CognitoAuth {Version} is starting");
}
