namespace CognitoAuth.Api.Endpoints.Account;

/// <summary><c>DELETE /v1/me</c></summary>
public sealed class DeleteMeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(HttpMethods.Delete, "/v1/me", (BearerToken bearer) => new DeleteMeCommand(bearer.OrEmpty))
        .WithName("DeleteMe").WithTags("The signed-in user").WithSummary("Deletes the signed-in user and ends all sessions.")
        .WithDescription("Requires a recent sign-in. From its response on, no access token of the user is accepted.")
        .ProducesErrors(AuthErrors.ReauthenticationRequired);
}
