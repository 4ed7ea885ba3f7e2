using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The threat model of <c>docs/security.md</c> names code and tests that exist.</summary>
public sealed class SecurityPageTests
{
    private static string Page { get; } = Markdown.Read("docs/security.md");

    [Fact]
    public void Every_threat_has_a_defence_a_place_and_a_test()
    {
        var rows = Rows().ToList();

        rows.Count.ShouldBeGreaterThan(25);
        foreach (var cells in rows)
        {
            cells.Length.ShouldBe(4, cells[0]);
            cells.ShouldAllBe(cell => cell.Length > 0, cells[0]);
            Markdown.LinksOf(cells[2]).ShouldNotBeEmpty(cells[0]);
            Markdown.LinksOf(cells[3]).ShouldNotBeEmpty(cells[0]);
        }
    }

    [Fact]
    public void Every_test_that_the_page_names_is_a_class_with_tests()
    {
        foreach (var (name, target) in Rows().SelectMany(cells => Markdown.LinksOf(cells[3])))
        {
            target.ShouldMatch($"^\\.\\./tests/(Unit|Integration)Tests/.*/{name}\\.cs$");
            var code = Markdown.Read(target[3..]);
            code.ShouldContain($"class {name}");
            code.ShouldMatch(@"\[(Fact|Theory|Property)");
        }
    }

    private static IEnumerable<string[]> Rows() => Page.Split('\n')
        .SkipWhile(line => !line.StartsWith("| threat |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries));
}
