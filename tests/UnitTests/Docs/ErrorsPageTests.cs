using System.Globalization;
using System.Text.RegularExpressions;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

public sealed partial class ErrorsPageTests
{
    [Fact]
    public void The_page_has_one_row_with_the_correct_status_for_each_error_and_no_other()
    {
        var expected = AuthErrors.All.Select(error => new Row(error.Code, ProblemMap.StatusOf(error.Kind)));

        RowsOfPage().ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Each_row_has_a_cause_an_action_and_when_it_is_revealed()
    {
        foreach (var line in TableOfPage())
        {
            var cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries);

            cells.Length.ShouldBe(5, line);
            cells.ShouldAllBe(cell => cell.Length > 0, line);
            cells[4].ShouldBeOneOf("always", "Revealed", "later");
        }
    }

    private static IEnumerable<Row> RowsOfPage() => TableOfPage()
        .Select(line => RowStart().Match(line))
        .Select(row => new Row(row.Groups["code"].Value, int.Parse(row.Groups["status"].Value, CultureInfo.InvariantCulture)));

    private static IEnumerable<string> TableOfPage() => File.ReadLines(Repository.PathOf("docs/errors.md")).Where(line => RowStart().IsMatch(line));

    [GeneratedRegex(@"^\| `(?<code>[^`]+)` \| (?<status>\d+) \|", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RowStart();

    private sealed record Row(string Code, int Status);
}
