using System.Globalization;
using System.Runtime.CompilerServices;
using CognitoAuth.Infrastructure.Cognito;

namespace CognitoAuth.UnitTests.Docs;

public sealed class OperationsPageTests
{
    [Fact]
    public void Has_one_row_with_the_right_limits_for_each_quota_category()
    {
        var rows = File.ReadLines(PathOfPage()).Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && cells[0].StartsWith("`User", StringComparison.Ordinal))
            .Select(cells => new Row(cells[0].Trim('`'), Number(cells[2]), Number(cells[3]), Number(cells[4])));

        rows.ShouldBe(Enum.GetValues<QuotaCategory>()
            .Select(category => new Row(category.ToString(), category.DefaultQuota(), CognitoResilience.CallsInFlight(category), CognitoResilience.CallsWaiting(category))));
    }

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static string PathOfPage([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../../docs/operations.md", Path.GetDirectoryName(thisFile)!);

    private sealed record Row(string Category, int DefaultQuota, int InFlight, int Waiting);
}
