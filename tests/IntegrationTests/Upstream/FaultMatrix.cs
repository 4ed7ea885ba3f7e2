using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Upstream;

/// <summary>
/// What the API answers to each fault of Cognito in each retry class, and how often Cognito gets the call. The tables stand in <c>docs/operations.md</c> word for word, and <see cref="FaultMatrixTests"/>
/// makes every cell happen.
/// </summary>
internal static class FaultMatrix
{
    /// <summary>The flow that stands for a class, and the one operation that it sends.</summary>
    public const string Flows = """
        | class | what a repeat does | here shown by | operation |
        |---|---|---|---|
        | READ | nothing | `GET /v1/me` | `GetUser` |
        | SET | the same again | `POST /v1/auth/sign-out` | `RevokeToken` |
        | GONE | finds nothing left to delete | `DELETE /v1/me` | `DeleteUser` |
        | NEW | replaces the last | `POST /v1/me/mfa/totp` | `AssociateSoftwareToken` |
        | LOGIN | may send another code, or count as another failed attempt | `POST /v1/auth/sign-in` | `InitiateAuth` |
        | SENDS | sends a second message | `POST /v1/auth/password/forgot` | `ForgotPassword` |
        | ROT | may count as reuse of the refresh token | `POST /v1/auth/token/refresh` | `GetTokensFromRefreshToken` |
        | ONCE | fails, and hides that the first worked | `POST /v1/auth/sign-up` | `SignUp` |
        """;

    /// <summary>What a cell says.</summary>
    public const string Outcomes = """
        | cell | answer |
        |---|---|
        | done | what the flow answers when all is well |
        | throttled | 503 `upstream_throttled` |
        | unavailable | 503 `upstream_unavailable` |
        | unknown | 503 `outcome_unknown` |
        | invalid | 502 `upstream_invalid` |
        | timeout | 504 `upstream_timeout` |
        | given up | nobody is there to answer; the call to Cognito ends with the caller's |
        | carried out | nobody is there to answer; the call to Cognito is carried out all the same |
        """;

    /// <summary>The matrix.</summary>
    public const string Cells = """
        | Cognito, or what stands in between | READ | SET | GONE | NEW | LOGIN | SENDS | ROT | ONCE |
        |---|---|---|---|---|---|---|---|---|
        | throttles once | done 2 | done 2 | done 2 | done 2 | done 2 | done 2 | done 2 | done 2 |
        | throttles for ever | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 |
        | answers 500 once | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | answers 500 for ever | unavailable 3 | unavailable 3 | unavailable 3 | unavailable 3 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | answers 503 with HTML | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | refuses connections | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 |
        | resets the connection before it did it | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | resets the connection after it did it | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | cuts the answer short | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | answers one byte in 400 ms | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | hangs for ever | timeout ≤3 | unavailable ≤3 | timeout ≤3 | timeout ≤3 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | answers 200 with nothing | done 2 | done 1 | done 1 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | answers 200 with half a JSON object | done 2 | done 2 | done 2 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | answers 200 with wrong JSON types | done 2 | done 1 | done 1 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | redirects with 307 | done 2 | done 2 | done 2 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | answers with 10 MB | done 2 | done 2 | done 2 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | takes its time, and the caller goes away | given up 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 |
        """;

    private const int Once = 1;

    // More often than anything is sent.
    private const int ForEver = 20;

    /// <summary>The faults that the proxy makes, by the name of their row; the last row is the caller's own doing, and refusing connections is the proxy's.</summary>
    public static IReadOnlyDictionary<string, (WireFault Fault, int Times)> Faults { get; } = new Dictionary<string, (WireFault, int)>(StringComparer.Ordinal)
    {
        ["throttles once"] = (WireFault.Throttled, Once),
        ["throttles for ever"] = (WireFault.Throttled, ForEver),
        ["answers 500 once"] = (WireFault.InternalError, Once),
        ["answers 500 for ever"] = (WireFault.InternalError, ForEver),
        ["answers 503 with HTML"] = (WireFault.Page, Once),
        ["resets the connection before it did it"] = (WireFault.ResetBefore, Once),
        ["resets the connection after it did it"] = (WireFault.ResetAfter, Once),
        ["cuts the answer short"] = (WireFault.Truncated, Once),
        ["answers one byte in 400 ms"] = (WireFault.Dripping, Once),
        ["hangs for ever"] = (WireFault.Silence, ForEver),
        ["answers 200 with nothing"] = (WireFault.Nothing, Once),
        ["answers 200 with half a JSON object"] = (WireFault.HalfJson, Once),
        ["answers 200 with wrong JSON types"] = (WireFault.WrongTypes, Once),
        ["redirects with 307"] = (WireFault.Redirect, Once),
        ["answers with 10 MB"] = (WireFault.TenMegabytes, Once),
    };

    /// <summary>The classes, left to right.</summary>
    public static IReadOnlyList<string> Classes { get; } = Split(Cells.Split('\n')[0])[1..];

    /// <summary>The flow of each class, left to right.</summary>
    public static IReadOnlyList<UpstreamFlow> FlowsByClass { get; } =
    [
        .. Flows.Split('\n').Skip(2).Select(line => Split(line)[3].Trim('`')).Select(operation => UpstreamFlow.All.Single(flow => flow.Operation == operation)),
    ];

    /// <summary>The rows: a fault, and one cell for each class.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows { get; } = Cells.Split('\n').Skip(2).Select(Split).ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);

    private static string[] Split(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
