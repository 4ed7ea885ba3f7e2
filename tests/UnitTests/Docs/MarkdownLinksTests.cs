using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>Links between the pages of the repository, and from them to its files.</summary>
public sealed partial class MarkdownLinksTests
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts", "TestResults", ".git"];

    private static readonly string Root = Repository.PathOf("");

    /// <summary>All pages, by their paths in the repository.</summary>
    public static TheoryData<string> Pages => [.. Enumerate(Root).Select(page => Path.GetRelativePath(Root, page).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_leads_to_a_file_and_a_heading(string page)
    {
        var folder = Path.GetDirectoryName(Repository.PathOf(page))!;
        foreach (var target in LinksOf(ReadProse(Repository.PathOf(page))))
        {
            var parts = target.Split('#');
            var path = parts[0].Length == 0 ? Repository.PathOf(page) : Path.GetFullPath(Uri.UnescapeDataString(parts[0]), folder);
            (File.Exists(path) || Directory.Exists(path)).ShouldBeTrue($"{page}: {target}");
            if (parts.Length > 1) HeadingsOf(path).ShouldContain(parts[1], $"{page}: {target}");
        }
    }

    [Fact]
    public void Pages_and_links_are_found()
    {
        Pages.Count.ShouldBeGreaterThan(30);
        LinksOf(ReadProse(Repository.PathOf("docs/security.md"))).Count().ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("[a](b.md)", "b.md")]
    [InlineData("[`a`](b.md#c) and [c](../d)", "b.md#c ../d")]
    [InlineData("![a](b.png)", "b.png")]
    [InlineData("`[a](b.md)`", "")]
    [InlineData("```csharp\n[A](b)\n```\n", "")]
    [InlineData("[a](https://example.com) [b](mailto:a@example.com)", "")]
    public void A_link_is_relative_and_not_code(string text, string targets) => string.Join(' ', LinksOf(CodePattern().Replace(text, Emptied))).ShouldBe(targets);

    private static IEnumerable<string> Enumerate(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Concat(Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Enumerate));

    private static IEnumerable<string> LinksOf(string prose) => LinkPattern().Matches(prose).Select(link => link.Groups["target"].Value).Where(target => !target.Contains(':', StringComparison.Ordinal));

    /// <summary>The text of a page without its code, in which brackets mean something else. The text of a link may be code.</summary>
    private static string ReadProse(string path) => CodePattern().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), Emptied);

    private static string Emptied(Match code) => code.Value.StartsWith("```", StringComparison.Ordinal) ? "" : "code";

    /// <summary>The anchors of a page's headings, as GitHub makes them.</summary>
    private static IEnumerable<string> HeadingsOf(string path) => CodeBlockPattern().Replace(File.ReadAllText(path).ReplaceLineEndings("\n"), "").Split('\n').Where(line => line.StartsWith('#'))
        .Select(line => PunctuationPattern().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"^```.*?^```$|`[^`\n]+`", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CodePattern();

    [GeneratedRegex(@"^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CodeBlockPattern();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PunctuationPattern();
}
