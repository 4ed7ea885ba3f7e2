using System.Text.Json;
using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Api.Endpoints.SignIn;

/// <summary><c>POST /v1/auth/sign-in/challenge</c></summary>
public sealed class AnswerChallengeEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-in/challenge", Handle)
        .WithName("AnswerChallenge").WithTags("Sign-in").WithSummary("Answers a challenge of a sign-in: tokens, or the next challenge.")
        .Produces<SignInResponse>()
        .ProducesErrors(
            AuthErrors.ValidationFailed, AuthErrors.InvalidPassword, AuthErrors.PasswordReused, AuthErrors.InvalidParameter, AuthErrors.CodeMismatch, AuthErrors.CodeExpired, AuthErrors.MfaNotConfigured,
            AuthErrors.InvalidCredentials, AuthErrors.InvalidSession, AuthErrors.AliasTaken, AuthErrors.AttemptsExceeded, AuthErrors.OutcomeUnknown);

    private static async Task<IResult> Handle(AnswerChallengeRequest body, IMediator mediator, CancellationToken cancellationToken)
    {
        var command = new AnswerChallengeCommand(body.Name ?? "", body.Session, body.Username ?? "")
        {
            Code = body.Code,
            NewPassword = body.NewPassword,
            Attributes = body.Attributes,
            Choice = body.Choice,
            Password = body.Password,
            Credential = body.Credential,
            SrpA = body.SrpA,
            Srp = body.Srp,
            Answer = body.Answer,
            Responses = body.Responses,
            DeviceKey = body.DeviceKey,
            ClientMetadata = body.ClientMetadata,
        };
        var result = await mediator.Send(command, cancellationToken);
        return result.ToHttp(outcome => TypedResults.Ok(SignInResponse.Of(outcome)));
    }
}

/// <summary>The answer to a challenge. Which members it has depends on the challenge.</summary>
/// <param name="Name">The challenge's name.</param>
/// <param name="Session">From the challenge.</param>
/// <param name="Username">From the challenge.</param>
/// <param name="Code">For <c>SMS_MFA</c>, <c>SOFTWARE_TOKEN_MFA</c>, <c>EMAIL_OTP</c>, <c>SMS_OTP</c>.</param>
/// <param name="NewPassword">For <c>NEW_PASSWORD_REQUIRED</c>.</param>
/// <param name="Attributes">For <c>NEW_PASSWORD_REQUIRED</c>: the attributes that the challenge names.</param>
/// <param name="Choice">For <c>SELECT_MFA_TYPE</c> and <c>SELECT_CHALLENGE</c>: one of the options.</param>
/// <param name="Password">For <c>PASSWORD</c>, or at once with <c>SELECT_CHALLENGE</c>.</param>
/// <param name="Credential">The browser's <c>AuthenticationResponseJSON</c>, at once with <c>SELECT_CHALLENGE</c>.</param>
/// <param name="SrpA">For <c>PASSWORD_SRP</c>, or at once with <c>SELECT_CHALLENGE</c>: the client's public value in hexadecimal.</param>
/// <param name="Srp">For <c>PASSWORD_VERIFIER</c>.</param>
/// <param name="Answer">For <c>CUSTOM_CHALLENGE</c>.</param>
/// <param name="Responses">For challenges that have no member above: Cognito's <c>ChallengeResponses</c>.</param>
/// <param name="DeviceKey">A remembered device's key.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record AnswerChallengeRequest(
    string? Name,
    Secret? Session,
    string? Username,
    Secret? Code,
    Secret? NewPassword,
    IReadOnlyDictionary<string, string>? Attributes,
    string? Choice,
    Secret? Password,
    JsonElement? Credential,
    string? SrpA,
    SrpProof? Srp,
    Secret? Answer,
    IReadOnlyDictionary<string, Secret>? Responses,
    string? DeviceKey,
    IReadOnlyDictionary<string, string>? ClientMetadata);
