using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The threat model of <c>docs/security.md</c> names code and tests that there are.</summary>
public sealed partial class SecurityPageTests
{
    private const string Docs = "docs";

    private static string Page { get; } = Read($"{Docs}/security.md");

    [Fact]
    public void Every_threat_has_a_defence_a_place_and_a_test()
    {
        var rows = Rows().ToList();

        rows.Count.ShouldBeGreaterThan(25);
        foreach (var cells in rows)
        {
            cells.Length.ShouldBe(4, cells[0]);
            cells.ShouldAllBe(cell => cell.Length > 0, cells[0]);
            LinksOf(cells[2]).ShouldNotBeEmpty(cells[0]);
            LinksOf(cells[3]).ShouldNotBeEmpty(cells[0]);
        }
    }

    [Fact]
    public void Every_test_is_a_class_of_that_name_with_tests()
    {
        foreach (var (name, target) in Rows().SelectMany(cells => LinksOf(cells[3])))
        {
            target.ShouldMatch($"^\\.\\./tests/(Unit|Integration)Tests/.*/{name}\\.cs$");
            var code = Read(Resolve(target).Path);
            code.ShouldContain($"class {name}");
            code.ShouldMatch(@"\[(Fact|Theory|Property)");
        }
    }

    [Fact]
    public void Every_link_leads_somewhere()
    {
        var links = LinksOf(Page).Select(link => link.Target).Where(target => !target.StartsWith("https://", StringComparison.Ordinal)).ToList();
        links.Count.ShouldBeGreaterThan(60);

        foreach (var target in links)
        {
            var (path, heading) = Resolve(target);
            var whole = Repository.PathOf(path);
            (File.Exists(whole) || Directory.Exists(whole)).ShouldBeTrue(target);
            if (heading.Length > 0) HeadingsOf(Read(path)).ShouldContain(heading, target);
        }
    }

    private static IEnumerable<string[]> Rows() => Page.Split('\n')
        .SkipWhile(line => !line.StartsWith("| threat |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static IEnumerable<(string Name, string Target)> LinksOf(string text) => LinkPattern().Matches(text).Select(link => (link.Groups["name"].Value, link.Groups["target"].Value));

    /// <summary>What a link of the page leads to: a path in the repository, and a heading there.</summary>
    private static (string Path, string Heading) Resolve(string target)
    {
        var parts = target.Split('#');
        var path = parts[0].Length == 0 ? $"{Docs}/security.md" : Path.GetRelativePath("/", Path.GetFullPath(parts[0], $"/{Docs}"));
        return (path, parts.Length > 1 ? parts[1] : "");
    }

    /// <summary>The anchors of a page's headings, as GitHub makes them.</summary>
    private static IEnumerable<string> HeadingsOf(string page) => page.Split('\n').Where(line => line.StartsWith('#'))
        .Select(line => PunctuationPattern().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string Read(string path) => File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"\[(?<name>[^\]]+)\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PunctuationPattern();
}
