using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>Every link of a page resolves, and every page that a comment names exists.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Markdown.Files(".md")];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_of_a_page_resolves(string page)
    {
        foreach (var (_, target) in Markdown.LinksOf(Markdown.Read(page)).Where(link => !IsAddress(link.Target)))
        {
            var parts = target.Split('#');
            ShouldExist(parts[0].Length == 0 ? page : InRepository(page, parts[0]), parts.ElementAtOrDefault(1), $"{page} links to {target}");
        }
    }

    [Fact]
    public void Every_page_named_in_the_source_exists()
    {
        var references = Markdown.Files(".cs", ".csproj", ".props", ".sh", ".http", "run").SelectMany(file => PagePattern().Matches(Markdown.Read(file)).Select(page => (File: file, Page: page))).ToList();

        references.Count.ShouldBeGreaterThan(50);
        foreach (var (file, page) in references) ShouldExist(page.Groups["path"].Value, page.Groups["anchor"].Value, $"{file} names {page.Value}");
    }

    private static void ShouldExist(string path, string? anchor, string reference)
    {
        var whole = Repository.PathOf(path);
        (File.Exists(whole) || Directory.Exists(whole)).ShouldBeTrue(reference);
        if (!string.IsNullOrEmpty(anchor)) Markdown.AnchorsOf(Markdown.Read(path)).ShouldContain(anchor, reference);
    }

    private static bool IsAddress(string target) => Uri.TryCreate(target, UriKind.Absolute, out _) && target.Contains(':', StringComparison.Ordinal);

    private static string InRepository(string page, string target) => Path.GetRelativePath("/", Path.GetFullPath(target, $"/{Path.GetDirectoryName(page)}"));

    [GeneratedRegex(@"\b(?<path>docs/[\w/-]+\.md)(#(?<anchor>[\w-]+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PagePattern();
}
