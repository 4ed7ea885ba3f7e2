namespace CognitoAuth.Domain;

/// <summary>A session as the pool stores it (Cognito's <c>SessionDescriptionType</c>).</summary>
/// <param name="Id">Cognito's id of it, <c>tkn…</c>; no token carries it.</param>
/// <param name="Current">Whether the request's access token belongs to this session.</param>
/// <param name="ClientId">The app client of the sign-in.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastActiveAt">When it was last used.</param>
/// <param name="Device">The kind of device, as Cognito detected it.</param>
/// <param name="Ip">The IP address that Cognito saw.</param>
/// <param name="City">Where that address is.</param>
/// <param name="Country">Where that address is.</param>
public sealed record UserSession(
    string Id,
    bool Current,
    string? ClientId,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? LastActiveAt,
    string? Device,
    string? Ip,
    string? City,
    string? Country);

/// <summary>A page of a user's sessions.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="NextToken">Requests the next page; absent on the last one.</param>
public sealed record UserSessionPage(IReadOnlyList<UserSession> Sessions, string? NextToken);
