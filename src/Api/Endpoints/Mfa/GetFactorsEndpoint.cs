namespace CognitoAuth.Api.Endpoints.Mfa;

/// <summary><c>GET /v1/me/factors</c></summary>
public sealed class GetFactorsEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Get, "/v1/me/factors", (BearerToken bearer) => new GetFactorsQuery(bearer.OrEmpty), (UserFactors factors) => UserFactorsResponse.Of(factors))
        .WithName("GetFactors").WithTags("Factors").WithSummary("Returns the factors that the signed-in user can sign in with.")
        .WithResponseExample("""{ "preferredMfa": "SOFTWARE_TOKEN_MFA", "mfa": ["SOFTWARE_TOKEN_MFA"], "factors": ["PASSWORD", "SOFTWARE_TOKEN"] }""");
}

/// <summary>The factors that a user can sign in with (Cognito's <c>GetUserAuthFactors</c>), by Cognito's names.</summary>
/// <param name="PreferredMfa">The preferred second factor: the one that a sign-in uses first.</param>
/// <param name="Mfa">The enabled second factors: <c>SMS_MFA</c>, <c>SOFTWARE_TOKEN_MFA</c>, <c>EMAIL_OTP</c>.</param>
/// <param name="Factors">The factors that are set up: <c>PASSWORD</c>, <c>EMAIL_OTP</c>, <c>SMS_OTP</c>, <c>WEB_AUTHN</c>, <c>SOFTWARE_TOKEN</c>.</param>
[SchemaName("UserFactors")]
public sealed record UserFactorsResponse(string? PreferredMfa, IReadOnlyList<string> Mfa, IReadOnlyList<string> Factors)
{
    internal static UserFactorsResponse Of(UserFactors factors) => new(factors.PreferredMfa, factors.Mfa, factors.Factors);
}
