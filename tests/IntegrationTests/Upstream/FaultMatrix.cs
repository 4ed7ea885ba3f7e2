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
        | Read | nothing | `GET /v1/me` | `GetUser` |
        | Idempotent | the same again | `POST /v1/auth/sign-out` | `RevokeToken` |
        | Delete | finds nothing left to delete | `DELETE /v1/me` | `DeleteUser` |
        | Replace | replaces the last | `POST /v1/me/mfa/totp` | `AssociateSoftwareToken` |
        | SignIn | may send another code, or count as another failed attempt | `POST /v1/auth/sign-in` | `InitiateAuth` |
        | SendMessage | sends a second message | `POST /v1/auth/password/forgot` | `ForgotPassword` |
        | RotateToken | may count as reuse of the refresh token | `POST /v1/auth/token/refresh` | `GetTokensFromRefreshToken` |
        | NotRepeatable | fails, and hides that the first worked | `POST /v1/auth/sign-up` | `SignUp` |
        """;

    /// <summary>What a cell says.</summary>
    public const string Outcomes = """
        | cell | response |
        |---|---|
        | done | the flow's normal response |
        | throttled | 503 `upstream_throttled` |
        | unavailable | 503 `upstream_unavailable` |
        | unknown | 503 `outcome_unknown` |
        | invalid | 502 `upstream_invalid` |
        | timeout | 504 `upstream_timeout` |
        | given up | the caller is gone; the call to Cognito is cancelled |
        | carried out | the caller is gone; the call to Cognito is completed |
        """;

    /// <summary>The matrix.</summary>
    public const string Cells = """
        | Cognito, or what stands in between | Read | Idempotent | Delete | Replace | SignIn | SendMessage | RotateToken | NotRepeatable |
        |---|---|---|---|---|---|---|---|---|
        | throttles once | done 2 | done 2 | done 2 | done 2 | done 2 | done 2 | done 2 | done 2 |
        | throttles forever | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 | throttled 3 |
        | returns 500 once | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | returns 500 forever | unavailable 3 | unavailable 3 | unavailable 3 | unavailable 3 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | returns 503 with HTML | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | refuses connections | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 | unavailable 0 |
        | resets the connection before it did it | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | resets the connection after it did it | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | truncates the response | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | sends one byte every 400 ms | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | hangs forever | timeout ≤3 | unavailable ≤3 | timeout ≤3 | timeout ≤3 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | returns 200 with nothing | done 2 | done 1 | done 1 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | returns 200 with half a JSON object | done 2 | done 2 | done 2 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | returns 200 with wrong JSON types | done 2 | done 1 | done 1 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | redirects with 307 | done 2 | done 2 | done 2 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | returns 10 MB | done 2 | done 2 | done 2 | done 2 | invalid 1 | unknown 1 | unknown 1 | unknown 1 |
        | is slow, and the caller disconnects | given up 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 | carried out 1 |
        """;

    private const int Once = 1;

    // More often than anything is sent.
    private const int ForEver = 20;

    /// <summary>The faults that the proxy makes, by the name of their row; the last row is the caller's own doing, and refusing connections is the proxy's.</summary>
    public static IReadOnlyDictionary<string, (WireFault Fault, int Times)> Faults { get; } = new Dictionary<string, (WireFault, int)>(StringComparer.Ordinal)
    {
        ["throttles once"] = (WireFault.Throttled, Once),
        ["throttles forever"] = (WireFault.Throttled, ForEver),
        ["returns 500 once"] = (WireFault.InternalError, Once),
        ["returns 500 forever"] = (WireFault.InternalError, ForEver),
        ["returns 503 with HTML"] = (WireFault.Page, Once),
        ["resets the connection before it did it"] = (WireFault.ResetBefore, Once),
        ["resets the connection after it did it"] = (WireFault.ResetAfter, Once),
        ["truncates the response"] = (WireFault.Truncated, Once),
        ["sends one byte every 400 ms"] = (WireFault.Dripping, Once),
        ["hangs forever"] = (WireFault.Silence, ForEver),
        ["returns 200 with nothing"] = (WireFault.Nothing, Once),
        ["returns 200 with half a JSON object"] = (WireFault.HalfJson, Once),
        ["returns 200 with wrong JSON types"] = (WireFault.WrongTypes, Once),
        ["redirects with 307"] = (WireFault.Redirect, Once),
        ["returns 10 MB"] = (WireFault.TenMegabytes, Once),
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
