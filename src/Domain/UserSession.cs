namespace CognitoAuth.Domain;

/// <summary>What came of one sign-in, as the pool keeps it (Cognito's <c>SessionDescriptionType</c>).</summary>
/// <param name="Id">Cognito's id of it, <c>tkn…</c>; no token carries it.</param>
/// <param name="Current">Whether the access token of the request is of this session.</param>
/// <param name="ClientId">The app client of the sign-in.</param>
/// <param name="CreatedAt">When it began.</param>
/// <param name="LastActiveAt">When it was last used.</param>
/// <param name="Device">The kind of device, as Cognito makes it out.</param>
/// <param name="Ip">The address that Cognito saw.</param>
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
/// <param name="NextToken">Asks for the next page; absent after the last.</param>
public sealed record UserSessionPage(IReadOnlyList<UserSession> Sessions, string? NextToken);
