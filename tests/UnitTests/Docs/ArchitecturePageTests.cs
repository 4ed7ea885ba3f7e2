using System.Text.RegularExpressions;
using CognitoAuth.Infrastructure.Cognito.Resilience;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The table of retry classes in <c>docs/architecture.md</c> matches the gateway.</summary>
public sealed partial class ArchitecturePageTests
{
    [Fact]
    public void The_table_names_each_operation_of_the_gateway_in_the_row_of_its_retry_class()
    {
        var rows = RowPattern().Matches(Markdown.Read("docs/architecture.md"))
            .ToDictionary(row => row.Groups["class"].Value, row => NamePattern().Matches(row.Groups["operations"].Value).Select(name => name.Groups["name"].Value).ToList(), StringComparer.Ordinal);
        var files = Markdown.Files(".cs").Where(file => file.StartsWith("src/Infrastructure/Cognito/Gateway/", StringComparison.Ordinal)).Select(Markdown.Read)
            .Select(code => (Class: ClassPattern().Match(code).Groups["class"].Value, Operations: CallPattern().Matches(code).Select(call => call.Groups["operation"].Value).Distinct(StringComparer.Ordinal).ToList())).ToList();

        rows.Keys.ShouldBe(Enum.GetNames<RetryClass>(), ignoreOrder: true);
        rows.Values.SelectMany(operations => operations).ShouldBe(files.SelectMany(file => file.Operations).Distinct(StringComparer.Ordinal), ignoreOrder: true);
        // The variant for administrators has the class of the operation that it replaces.
        foreach (var (retryClass, operations) in files.Where(file => file.Class.Length > 0)) operations.Except(rows[retryClass], StringComparer.Ordinal).ShouldBeEmpty(retryClass);
    }

    [GeneratedRegex(@"^\| `(?<class>\w+)` \| [^|]+ \| (?<operations>[^|]+) \| repeated \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"`(?<name>\w+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"RetryClass\.(?<class>\w+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ClassPattern();

    [GeneratedRegex(@"client\.(?<operation>[A-Z]\w+)Async\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CallPattern();
}
