namespace CognitoAuth.Api.Endpoints.Session;

/// <summary><c>DELETE /v1/me/sessions/{id}</c></summary>
public sealed class EndSessionEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Delete, "/v1/me/sessions/{id}", (BearerToken bearer, string id) => new EndSessionCommand(bearer.OrEmpty, id))
        .WithName("EndSession").WithTags("Session").WithSummary("Ends another of the signed-in user's sessions: its refresh token immediately, its access tokens when they expire.")
        .ProducesErrors(AuthErrors.NotFound);
}
