namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>GET /v1/auth/session</c></summary>
public sealed class GetSessionEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Get, "/v1/auth/session", (BearerToken bearer) => new GetSessionQuery(bearer.OrEmpty), (VerifiedToken token) => SessionResponse.Of(token))
        .WithName("GetSession").WithTags("Session").WithSummary("Returns the verified claims of the access token without a call to Cognito.")
        .WithoutCognitoCall()
        .WithResponseExample(
            """
            {
              "sub": "7d8ca528-4931-4254-9273-ea5ee853f271",
              "username": "jane",
              "clientId": "1example23456789",
              "groups": ["editors"],
              "scopes": ["aws.cognito.signin.user.admin"],
              "authTime": "2026-01-31T09:00:00+00:00",
              "issuedAt": "2026-01-31T09:30:00+00:00",
              "expiresAt": "2026-01-31T10:30:00+00:00",
              "sessionId": "0b9c1c51-8e5a-4b0e-a8c8-3f5d3c0d7c1e"
            }
            """);
}

/// <summary>The verified claims of an access token.</summary>
/// <param name="Sub">The user's id; for a machine-to-machine token the id of its app client.</param>
/// <param name="Username">The user's name in the pool; absent for a machine-to-machine token.</param>
/// <param name="ClientId">The id of the app client.</param>
/// <param name="Groups">The user's groups.</param>
/// <param name="Scopes">The token's scopes.</param>
/// <param name="AuthTime">When the user signed in.</param>
/// <param name="IssuedAt">When the token was issued.</param>
/// <param name="ExpiresAt">When the token expires.</param>
/// <param name="SessionId">The claim <c>origin_jti</c>; absent if token revocation is disabled for the app client.</param>
public sealed record SessionResponse(
    string Sub,
    string? Username,
    string ClientId,
    IReadOnlyList<string> Groups,
    IReadOnlyList<string> Scopes,
    DateTimeOffset AuthTime,
    DateTimeOffset IssuedAt,
    DateTimeOffset ExpiresAt,
    string? SessionId)
{
    internal static SessionResponse Of(VerifiedToken token) =>
        new(token.Subject, token.Username, token.ClientId, token.Groups, token.Scopes, token.AuthTime, token.IssuedAt, token.ExpiresAt, token.OriginJti);
}
