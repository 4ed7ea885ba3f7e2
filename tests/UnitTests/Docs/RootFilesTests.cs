using System.Diagnostics;
using System.Text.RegularExpressions;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The files that visitors and hosting services expect at the root.</summary>
public sealed partial class RootFilesTests
{
    [Theory]
    [InlineData("README.md", "## License")]
    [InlineData("LICENSE", "MIT License")]
    [InlineData("CONTRIBUTING.md", "## Test")]
    [InlineData("SECURITY.md", "## Report a vulnerability")]
    [InlineData("CODE_OF_CONDUCT.md", "## What we expect")]
    [InlineData("CHANGELOG.md", "## [Unreleased]")]
    [InlineData(".github/workflows/ci.yml", ".ci/run")]
    [InlineData(".github/dependabot.yml", "nuget")]
    [InlineData(".github/ISSUE_TEMPLATE/bug.yml", "body:")]
    [InlineData(".github/ISSUE_TEMPLATE/feature.yml", "body:")]
    [InlineData(".github/pull_request_template.md", ".ci/run")]
    [InlineData(".devcontainer/devcontainer.json", "\"image\"")]
    public void The_repository_has_the_file_with_its_text(string path, string text) => File.ReadAllText(Repository.PathOf(path)).ShouldContain(text);

    [Fact]
    public void The_newest_version_of_the_changelog_is_that_of_the_assemblies()
    {
        var newest = VersionPattern().Match(File.ReadAllText(Repository.PathOf("CHANGELOG.md"))).Groups["version"].Value;
        FileVersionInfo.GetVersionInfo(typeof(AuthError).Assembly.Location).ProductVersion!.Split('+')[0].ShouldBe(newest);
    }

    [GeneratedRegex(@"^## \[(?<version>\d+\.\d+\.\d+)\] - \d{4}-\d{2}-\d{2}$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex VersionPattern();
}
