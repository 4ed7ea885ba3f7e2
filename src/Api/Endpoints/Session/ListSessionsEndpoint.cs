namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>GET /v1/me/sessions</c></summary>
public sealed class ListSessionsEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(
            HttpMethods.Get,
            "/v1/me/sessions",
            (BearerToken bearer, string? nextToken) => new ListSessionsQuery(bearer.OrEmpty) { NextToken = nextToken },
            (UserSessionPage page) => UserSessionPageResponse.Of(page))
        .WithName("ListSessions").WithTags("Session").WithSummary("Lists the signed-in user's sessions.")
        .WithResponseExample("""{ "sessions": [ { "id": "tkn-id-of-the-session", "current": true, "clientId": "1example23456789", "createdAt": "2026-01-31T09:00:00+00:00", "ip": "192.0.2.7" } ] }""");
}

/// <summary>A page of a user's sessions.</summary>
/// <param name="Sessions">The sessions.</param>
/// <param name="NextToken">Requests the next page; absent on the last page.</param>
[SchemaName("UserSessionPage")]
public sealed record UserSessionPageResponse(IReadOnlyList<UserSessionResponse> Sessions, string? NextToken)
{
    internal static UserSessionPageResponse Of(UserSessionPage page) => new([.. page.Sessions.Select(UserSessionResponse.Of)], page.NextToken);
}

/// <summary>The session of one sign-in, as the pool records it (Cognito's <c>SessionDescriptionType</c>).</summary>
/// <param name="Id">Cognito's id of the session, <c>tkn…</c>; no token contains it.</param>
/// <param name="Current">Whether the access token of the request belongs to this session.</param>
/// <param name="ClientId">The app client of the sign-in.</param>
/// <param name="CreatedAt">When the session began.</param>
/// <param name="LastActiveAt">When the session was last used.</param>
/// <param name="Device">The kind of device that Cognito detected.</param>
/// <param name="Ip">The IP address that Cognito recorded.</param>
/// <param name="City">The city of that address.</param>
/// <param name="Country">The country of that address.</param>
[SchemaName("UserSession")]
public sealed record UserSessionResponse(
    string Id,
    bool Current,
    string? ClientId,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? LastActiveAt,
    string? Device,
    string? Ip,
    string? City,
    string? Country)
{
    internal static UserSessionResponse Of(UserSession session) =>
        new(session.Id, session.Current, session.ClientId, session.CreatedAt, session.LastActiveAt, session.Device, session.Ip, session.City, session.Country);
}
