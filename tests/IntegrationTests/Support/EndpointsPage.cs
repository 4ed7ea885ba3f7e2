using System.Text.RegularExpressions;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>A row of the table in <c>docs/endpoints.md</c>.</summary>
/// <param name="Endpoints">The endpoints: <c>POST /v1/auth/sign-up</c>. Those after the first may be shortened: <c>…/verify</c>.</param>
/// <param name="Names">The operations of Cognito and the settings that the last column names.</param>
public sealed partial record EndpointsPage(IReadOnlyList<string> Endpoints, IReadOnlyList<string> Names)
{
    private const string Abbreviation = "…/";

    /// <summary>The table.</summary>
    public static IReadOnlyList<EndpointsPage> Rows { get; } =
    [
        .. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "endpoints.md"))
            .SkipWhile(line => line != "## All endpoints").Skip(1).SkipWhile(line => !line.StartsWith('|')).Skip(2).TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split(" | ")).Select(cells => new EndpointsPage(CodesIn(cells[0]), CodesIn(cells[^1]))),
    ];

    /// <summary>The row's endpoints in full. <c>…/verify</c> continues the path of the first endpoint, or replaces its last segment: whichever exists.</summary>
    /// <param name="exists">Whether an endpoint exists.</param>
    public IEnumerable<string> InFull(Func<string, bool> exists) => Endpoints.Select(endpoint =>
    {
        if (!endpoint.StartsWith(Abbreviation, StringComparison.Ordinal)) return endpoint;
        var (first, last) = (Endpoints[0], endpoint[Abbreviation.Length..]);
        string[] readings = [$"{first}/{last}", $"{first[..first.LastIndexOf('/')]}/{last}"];
        return readings.Where(exists).ToList() is [var only] ? only : endpoint;
    });

    private static List<string> CodesIn(string cell) => [.. CodePattern().Matches(cell).Select(code => code.Groups["code"].Value)];

    [GeneratedRegex("`(?<code>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CodePattern();
}
