using CognitoAuth.Application.Flows.Session;

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
/// <param name="NextToken">Asks for the next page; absent after the last.</param>
[SchemaName("UserSessionPage")]
public sealed record UserSessionPageResponse(IReadOnlyList<UserSessionResponse> Sessions, string? NextToken)
{
    internal static UserSessionPageResponse Of(UserSessionPage page) => new([.. page.Sessions.Select(UserSessionResponse.Of)], page.NextToken);
}

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
