namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>GET /v1/me</c></summary>
public sealed class GetMeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Get, "/v1/me", (BearerToken bearer) => new GetMeQuery(bearer.OrEmpty), (UserProfile profile) => MeResponse.Of(profile))
        .WithName("GetMe").WithTags("The signed-in user").WithSummary("Returns the signed-in user's profile.")
        .WithResponseExample(
            """
            {
              "username": "jane",
              "sub": "7d8ca528-4931-4254-9273-ea5ee853f271",
              "attributes": { "sub": "7d8ca528-4931-4254-9273-ea5ee853f271", "email": "jane@example.com", "email_verified": "true" },
              "mfa": { "preferred": "SOFTWARE_TOKEN_MFA", "enabled": ["SOFTWARE_TOKEN_MFA"] }
            }
            """);
}

/// <summary>The signed-in user.</summary>
/// <param name="Username">The user's name in the pool.</param>
/// <param name="Sub">The user's id.</param>
/// <param name="Attributes">All attributes by name.</param>
/// <param name="Mfa">The second factors.</param>
public sealed record MeResponse(string Username, string? Sub, IReadOnlyDictionary<string, string> Attributes, MfaSettings Mfa)
{
    internal static MeResponse Of(UserProfile profile) =>
        new(profile.Username, profile.Attributes.GetValueOrDefault("sub"), profile.Attributes, new MfaSettings(profile.PreferredMfa, profile.EnabledMfa));
}

/// <summary>The user's second factors, by Cognito's names.</summary>
/// <param name="Preferred">The preferred second factor: the one that a sign-in uses first.</param>
/// <param name="Enabled">The enabled second factors.</param>
public sealed record MfaSettings(string? Preferred, IReadOnlyList<string> Enabled);
