namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>DELETE /v1/me/passkeys/{id}</c></summary>
public sealed class DeletePasskeyEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Delete, "/v1/me/passkeys/{id}", (BearerToken bearer, string id) => new DeletePasskeyCommand(bearer.OrEmpty, id))
        .WithName("DeletePasskey").WithTags("Passkeys").WithSummary("Deletes one of the signed-in user's passkeys.")
        .ProducesErrors(AuthErrors.ReauthenticationRequired, AuthErrors.NotFound, AuthErrors.AttemptsExceeded);
}
