using System.Text.Json.Serialization;
using Carter;
using CognitoAuth.Api.Http;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;

namespace CognitoAuth.Api.Endpoints.SignIn;

/// <summary><c>POST /v1/auth/sign-in</c></summary>
public sealed class SignInEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-in", Handle)
        .WithName("SignIn").WithTags("Sign-in").WithSummary("Starts a sign-in: tokens, or a challenge to answer.")
        .WithDescription(
            "`password` needs the member `password`, and `srp` needs `srpA`. A `session` of a confirmed sign-up brings its own method. "
            + "Where existence errors are hidden (the default), every failure that depends on the account is one `invalid_credentials`.")
        .Runs<SignInCommand>()
        .Produces<SignInResponse>()
        .ProducesErrors(
            AuthErrors.RejectedByTrigger, AuthErrors.InvalidCredentials, AuthErrors.InvalidSession, AuthErrors.AttemptsExceeded, AuthErrors.TriggerFailed,
            AuthErrors.DeliveryFailed, AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "username": "jane@example.com", "password": "Correct-Horse-7" }""", "password")
        .WithRequestExample("""{ "username": "jane@example.com", "method": "email_otp" }""", "code_by_email")
        .WithRequestExample("""{ "username": "jane@example.com", "method": "srp", "srpA": "0f1e2d3c4b5a69788796a5b4c3d2e1f0" }""", "srp")
        .WithRequestExample("""{ "username": "jane@example.com", "session": "session-that-signs-in-at-once" }""", "after_sign_up")
        .WithResponseExample(SignInResponse.SignedInExample, "signed_in")
        .WithResponseExample(SignInResponse.ChallengeExample, "challenge");

    private static async Task<IResult> Handle(SignInRequest body, IFlows flows, CancellationToken cancellationToken)
    {
        var command = new SignInCommand(body.Username ?? "")
        {
            Method = body.Method ?? SignInMethod.Password,
            Password = body.Password,
            SrpA = body.SrpA,
            DeviceKey = body.DeviceKey,
            Session = body.Session,
        };
        var result = await flows.Send(command, cancellationToken);
        return result.ToHttp(outcome => TypedResults.Ok(SignInResponse.Of(outcome)));
    }
}

/// <summary>The start of a sign-in.</summary>
/// <param name="Username">The account's name.</param>
/// <param name="Method">How to sign in; <c>password</c> by default.</param>
/// <param name="Password">For method <c>password</c>.</param>
/// <param name="SrpA">For method <c>srp</c>: the client's public value in hexadecimal.</param>
/// <param name="DeviceKey">A remembered device's key.</param>
/// <param name="Session">From a confirmed sign-up; it brings its own method.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record SignInRequest(
    string? Username,
    SignInMethod? Method,
    Secret? Password,
    string? SrpA,
    string? DeviceKey,
    Secret? Session,
    IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>How a step of a sign-in ended; <c>status</c> tells which.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "status")]
[JsonDerivedType(typeof(SignedInResponse), "signed_in")]
[JsonDerivedType(typeof(ChallengeResponse), "challenge")]
public abstract record SignInResponse
{
    internal const string SignedInExample = """{ "status": "signed_in", "tokens": { "accessToken": "access-token", "idToken": "id-token", "refreshToken": "refresh-token", "tokenType": "Bearer", "expiresIn": 3600 } }""";

    internal const string ChallengeExample = """{ "status": "challenge", "challenge": { "name": "SOFTWARE_TOKEN_MFA", "session": "session-of-this-challenge", "username": "jane" } }""";

    /// <summary>The answer that an outcome makes, also for sign-ins of a team's own.</summary>
    public static SignInResponse Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Tokens tokens => new SignedInResponse(tokens.Set, tokens.NewDevice),
        SignInOutcome.ChallengeRequired required => new ChallengeResponse(required.Challenge),
        _ => throw new InvalidOperationException($"No answer for {outcome.GetType().Name}."),
    };
}

/// <summary>The user is signed in.</summary>
/// <param name="Tokens">The session's tokens.</param>
/// <param name="NewDevice">A device to confirm, where the pool remembers devices.</param>
public sealed record SignedInResponse(TokenSet Tokens, NewDevice? NewDevice) : SignInResponse;

/// <summary>One more answer is needed.</summary>
/// <param name="Challenge">What to answer.</param>
public sealed record ChallengeResponse(Challenge Challenge) : SignInResponse;
