using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The README's table of endpoints names what the API calls of Cognito. That each endpoint is there, and makes its operation arrive, the integration tests hold.</summary>
public sealed partial class ReadmePageTests
{
    private const string SettingInThatColumn = "UseAdminApi";

    [Fact]
    public void Names_every_operation_of_Cognito_that_the_gateway_calls_and_no_other()
    {
        var called = Directory.EnumerateFiles(Repository.PathOf("src/Infrastructure/Cognito/Gateway"), "*.cs")
            .SelectMany(file => CallPattern().Matches(File.ReadAllText(file))).Select(call => call.Groups["operation"].Value).Distinct(StringComparer.Ordinal).ToList();

        called.Count.ShouldBeGreaterThan(35);
        Named().ShouldBe(called, ignoreOrder: true);
    }

    private static IEnumerable<string> Named() => File.ReadAllLines(Repository.PathOf("README.md"))
        .SkipWhile(line => line != "## Endpoints").SkipWhile(line => !line.StartsWith('|')).Skip(2).TakeWhile(line => line.StartsWith('|'))
        .SelectMany(row => OperationPattern().Matches(row.Trim('|').Split(" | ")[^1])).Select(name => name.Groups["operation"].Value)
        .Where(name => name != SettingInThatColumn).Distinct(StringComparer.Ordinal);

    [GeneratedRegex(@"client\.(?<operation>[A-Z]\w+)Async\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CallPattern();

    [GeneratedRegex("`(?<operation>[A-Z][A-Za-z]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OperationPattern();
}
