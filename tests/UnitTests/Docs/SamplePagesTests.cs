using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The C# of <c>docs/testing-against-cognito.md</c> is run by the tests of the sample, so the page cannot drift from it.</summary>
public sealed partial class SamplePagesTests
{
    private static readonly string Sample = Repository.PathOf("samples/MagicLink");

    [Fact]
    public void Tests_of_the_sample_run_every_snippet_of_the_page()
    {
        var tests = Files().Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && path.EndsWith(".cs", StringComparison.Ordinal))
            .Select(path => Dedented(File.ReadAllText(Path.Combine(Sample, path)))).ToList();
        var snippets = CSharp().Matches(Page("testing-against-cognito.md")).Select(snippet => Dedented(snippet.Groups["text"].Value)).ToList();

        snippets.Count.ShouldBeGreaterThanOrEqualTo(10);
        snippets.ShouldAllBe(snippet => tests.Any(test => test.Contains(snippet, StringComparison.Ordinal)));
    }

    private static string Page(string name) => File.ReadAllText(Repository.PathOf($"docs/{name}")).ReplaceLineEndings("\n");

    /// <summary>The lines without indentation: a snippet is indented less than the test that it comes from.</summary>
    private static string Dedented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(Sample, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Sample, path).Replace('\\', '/'))
        .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj" or "TestResults"));

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```$", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CSharp();
}
