using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

/// <summary>
/// The response of the API to each fault of Cognito in each retry class, and how often Cognito gets the call. <c>docs/operations.md</c> has the same tables word for word, and
/// <see cref="FaultMatrixTests"/> tests every cell.
/// </summary>
internal static class FaultMatrix
{
    /// <summary>The flow that represents a class, and the one operation that it sends.</summary>
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

    /// <summary>The meaning of a cell.</summary>
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
        | resets the connection before processing the call | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
        | resets the connection after processing the call | done 2 | done 2 | done 2 | done 2 | unavailable 1 | unknown 1 | unknown 1 | unknown 1 |
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

    // More often than any call is sent.
    private const int ForEver = 20;

    /// <summary>The planned faults of the proxy, by row. Two rows are not here: the refused connections, and the caller who disconnects.</summary>
    public static IReadOnlyDictionary<string, (WireFault Fault, int Times)> Faults { get; } = new Dictionary<string, (WireFault, int)>(StringComparer.Ordinal)
    {
        ["throttles once"] = (WireFault.Throttled, Once),
        ["throttles forever"] = (WireFault.Throttled, ForEver),
        ["returns 500 once"] = (WireFault.InternalError, Once),
        ["returns 500 forever"] = (WireFault.InternalError, ForEver),
        ["returns 503 with HTML"] = (WireFault.Page, Once),
        ["resets the connection before processing the call"] = (WireFault.ResetBefore, Once),
        ["resets the connection after processing the call"] = (WireFault.ResetAfter, Once),
        ["truncates the response"] = (WireFault.Truncated, Once),
        ["sends one byte every 400 ms"] = (WireFault.Dripping, Once),
        ["hangs forever"] = (WireFault.Silence, ForEver),
        ["returns 200 with nothing"] = (WireFault.Nothing, Once),
        ["returns 200 with half a JSON object"] = (WireFault.HalfJson, Once),
        ["returns 200 with wrong JSON types"] = (WireFault.WrongTypes, Once),
        ["redirects with 307"] = (WireFault.Redirect, Once),
        ["returns 10 MB"] = (WireFault.TenMegabytes, Once),
    };

    /// <summary>The classes, from left to right.</summary>
    public static IReadOnlyList<string> Classes { get; } = Split(Cells.Split('\n')[0])[1..];

    /// <summary>The flow of each class, from left to right.</summary>
    public static IReadOnlyList<UpstreamFlow> FlowsByClass { get; } =
    [
        .. Flows.Split('\n').Skip(2).Select(line => Split(line)[3].Trim('`')).Select(operation => UpstreamFlow.All.Single(flow => flow.Operation == operation)),
    ];

    /// <summary>The rows: a fault, and one cell for each class.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows { get; } = Cells.Split('\n').Skip(2).Select(Split).ToDictionary(cells => cells[0], cells => cells[1..], StringComparer.Ordinal);

    private static string[] Split(string line) => line.Trim('|').Split('|', StringSplitOptions.TrimEntries);
}
