using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Pipeline;

namespace MagicLink;

/// <summary><c>POST /v1/auth/magic-link</c></summary>
public sealed class SendMagicLinkEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/magic-link", Handle)
        .WithName("SendMagicLink").WithTags("Sign-in").WithSummary("Mails a link that signs the user in.")
        .Runs<SendMagicLinkCommand>()
        .Produces(StatusCodes.Status202Accepted)
        .WithRequestExample("""{ "username": "jane@example.com" }""");

    private static Task<IResult> Handle(SendMagicLinkRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new SendMagicLinkCommand(body.Username ?? ""), cancellationToken).ToHttp(_ => TypedResults.StatusCode(StatusCodes.Status202Accepted));
}

/// <summary>A request for a link.</summary>
/// <param name="Username">The account's name.</param>
public sealed record SendMagicLinkRequest(string? Username);
