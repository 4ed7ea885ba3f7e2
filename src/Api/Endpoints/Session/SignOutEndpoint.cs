namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>POST /v1/auth/sign-out</c></summary>
public sealed class SignOutEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-out", Handle)
        .WithName("SignOut").WithTags("Session").WithSummary("Ends a session or all of the user's sessions, by access token, refresh token or both.")
        .WithDescription(
            "From the response on, the access tokens of the session, or of all the user's sign-ins so far, are refused. For the scope `session` an expired access token is enough. The request can be repeated safely.")
        .Runs<SignOutCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "refreshToken": "refresh-token" }""")
        .WithRequestExample("""{ "scope": "everywhere" }""", "everywhere");

    private static Task<IResult> Handle(BearerToken bearer, SignOutRequest? body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new SignOutCommand(bearer.Presented, body?.RefreshToken) { Scope = body?.Scope is SignOutScopeRequest.Everywhere ? SignOutScope.Everywhere : SignOutScope.Session, DeviceKey = body?.DeviceKey }, cancellationToken)
            .ToHttp();
}

/// <summary>A request to sign out.</summary>
/// <param name="RefreshToken">The session's refresh token, so that Cognito can revoke it.</param>
/// <param name="Scope"><c>session</c> (default) or <c>everywhere</c>.</param>
/// <param name="DeviceKey">The key of the session's device, in pools that track devices: there, a refresh token alone does not identify the session.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record SignOutRequest(Secret? RefreshToken, SignOutScopeRequest? Scope, string? DeviceKey, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>Which sessions a sign-out ends.</summary>
[SchemaName("SignOutScope")]
public enum SignOutScopeRequest
{
    /// <summary>The session of the tokens in the request.</summary>
    Session,

    /// <summary>All sessions of the user.</summary>
    Everywhere,
}
