using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The table of <c>docs/endpoints.md</c> names the operations of Cognito that the API calls. The integration tests prove that each endpoint exists and calls its operation.</summary>
public sealed partial class EndpointsPageTests
{
    private const string SettingInThatColumn = "UseAdminApi";

    [Fact]
    public void The_table_names_every_operation_of_Cognito_that_the_gateway_calls_and_no_other()
    {
        var called = Directory.EnumerateFiles(Repository.PathOf("src/Infrastructure/Cognito/Gateway"), "*.cs")
            .SelectMany(file => CallPattern().Matches(File.ReadAllText(file))).Select(call => call.Groups["operation"].Value).Distinct(StringComparer.Ordinal).ToList();

        called.Count.ShouldBeGreaterThan(35);
        Named().ShouldBe(called, ignoreOrder: true);
    }

    private static IEnumerable<string> Named() => File.ReadAllLines(Repository.PathOf("docs/endpoints.md"))
        .SkipWhile(line => line != "## All endpoints").SkipWhile(line => !line.StartsWith('|')).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .SelectMany(row => OperationPattern().Matches(row.Trim('|').Split(" | ")[^1])).Select(name => name.Groups["operation"].Value)
        .Where(name => name != SettingInThatColumn).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"client\.(?<operation>[A-Z]\w+)Async\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CallPattern();

    [GeneratedRegex("`(?<operation>[A-Z][A-Za-z]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OperationPattern();
}
