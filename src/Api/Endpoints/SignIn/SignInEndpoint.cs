using System.Text.Json.Serialization;
using CognitoAuth.Application.Flows.SignIn;

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
            Method = MethodOf(body),
            Password = body.Password,
            SrpA = body.SrpA,
            DeviceKey = body.DeviceKey,
            Session = body.Session,
        };
        var result = await flows.Send(command, cancellationToken);
        return result.ToHttp(outcome => TypedResults.Ok(SignInResponse.Of(outcome)));
    }

    private static SignInMethod MethodOf(SignInRequest body) => body.Method switch
    {
        null or SignInMethodRequest.Password => SignInMethod.Password,
        SignInMethodRequest.Choice => SignInMethod.Choice,
        SignInMethodRequest.EmailOtp => SignInMethod.EmailOtp,
        SignInMethodRequest.SmsOtp => SignInMethod.SmsOtp,
        SignInMethodRequest.Passkey => SignInMethod.Passkey,
        SignInMethodRequest.Srp => SignInMethod.Srp,
        SignInMethodRequest.Custom => SignInMethod.Custom,
        _ => throw new InvalidOperationException($"No method for {body.Method}."),
    };
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
    SignInMethodRequest? Method,
    Secret? Password,
    string? SrpA,
    string? DeviceKey,
    Secret? Session,
    IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>How a user wants to sign in. Each is one of Cognito's flows.</summary>
[SchemaName("SignInMethod")]
public enum SignInMethodRequest
{
    /// <summary>Username and password.</summary>
    Password,

    /// <summary>Whatever the pool offers the user (<c>USER_AUTH</c>).</summary>
    Choice,

    /// <summary>A code by e-mail.</summary>
    EmailOtp,

    /// <summary>A code by SMS.</summary>
    SmsOtp,

    /// <summary>A passkey.</summary>
    Passkey,

    /// <summary>Secure Remote Password: the password does not leave the client.</summary>
    Srp,

    /// <summary>The pool's own challenges, made by its triggers.</summary>
    Custom,
}

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
        SignInOutcome.Tokens tokens => new SignedInResponse(TokenSetResponse.Of(tokens.Set), tokens.NewDevice is { } device ? NewDeviceResponse.Of(device) : null),
        SignInOutcome.ChallengeRequired required => new ChallengeResponse(ChallengeToAnswer.Of(required.Challenge)),
        _ => throw new InvalidOperationException($"No answer for {outcome.GetType().Name}."),
    };
}

/// <summary>The user is signed in.</summary>
/// <param name="Tokens">The session's tokens.</param>
/// <param name="NewDevice">A device to confirm, where the pool remembers devices.</param>
public sealed record SignedInResponse(TokenSetResponse Tokens, NewDeviceResponse? NewDevice) : SignInResponse;

/// <summary>One more answer is needed.</summary>
/// <param name="Challenge">What to answer.</param>
public sealed record ChallengeResponse(ChallengeToAnswer Challenge) : SignInResponse;

/// <summary>A device that may be remembered (Cognito's <c>NewDeviceMetadata</c>).</summary>
/// <param name="DeviceKey">The device's id.</param>
/// <param name="DeviceGroupKey">The group it belongs to, part of its password.</param>
[SchemaName("NewDevice")]
public sealed record NewDeviceResponse(string DeviceKey, string DeviceGroupKey)
{
    internal static NewDeviceResponse Of(NewDevice device) => new(device.DeviceKey, device.DeviceGroupKey);
}

/// <summary>A question of Cognito to a user who is signing in.</summary>
/// <param name="Name">Cognito's name: <c>SOFTWARE_TOKEN_MFA</c>, <c>NEW_PASSWORD_REQUIRED</c> …</param>
/// <param name="Session">Goes back with the answer; absent where Cognito needs none (<c>PASSWORD_VERIFIER</c>).</param>
/// <param name="Username">The name to send back with the answer, which may not be the one typed.</param>
/// <param name="Delivery">Where a code was sent, for challenges that send one.</param>
/// <param name="RequiredAttributes">The attributes that <c>NEW_PASSWORD_REQUIRED</c> wants set.</param>
/// <param name="Options">Cognito's names of what can be chosen.</param>
/// <param name="CredentialRequestOptions">What the browser's <c>navigator.credentials.get</c> wants, for <c>WEB_AUTHN</c>.</param>
/// <param name="Parameters">Cognito's <c>ChallengeParameters</c> that have no member of their own (SRP values, custom challenges).</param>
[SchemaName("Challenge")]
public sealed record ChallengeToAnswer(
    string Name,
    Secret? Session,
    string Username,
    CodeDeliveryResponse? Delivery,
    IReadOnlyList<string>? RequiredAttributes,
    IReadOnlyList<string>? Options,
    JsonText? CredentialRequestOptions,
    IReadOnlyDictionary<string, string>? Parameters)
{
    internal static ChallengeToAnswer Of(Challenge challenge) => new(
        challenge.Name,
        challenge.Session,
        challenge.Username,
        challenge.Delivery is { } delivery ? CodeDeliveryResponse.Of(delivery) : null,
        challenge.RequiredAttributes,
        challenge.Options,
        challenge.CredentialRequestOptions,
        challenge.Parameters);
}
