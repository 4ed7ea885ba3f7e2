using System.Text.Json.Serialization;

namespace CognitoAuth.Api.Endpoints.SignIn;

/// <summary><c>POST /v1/auth/sign-in</c></summary>
public sealed class SignInEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/auth/sign-in", Handle)
        .WithName("SignIn").WithTags("Sign-in").WithSummary("Starts a sign-in: returns tokens or a challenge to answer.")
        .WithDescription(
            "The method `password` requires the member `password`, and `srp` requires `srpA`. A `session` from a confirmed sign-up needs no `method`. "
            + "Where existence errors are hidden (the default), every failure that depends on the account is reported as `invalid_credentials`.")
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

    private static Task<IResult> Handle(SignInRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new SignInCommand(body.Username ?? "") { Method = MethodOf(body), Password = body.Password, SrpA = body.SrpA, DeviceKey = body.DeviceKey, Session = body.Session }, cancellationToken)
            .ToHttp(outcome => TypedResults.Ok(SignInResponse.Of(outcome)));

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

/// <summary>A request to sign in.</summary>
/// <param name="Username">The username or an alias of the account.</param>
/// <param name="Method">The sign-in method; <c>password</c> by default.</param>
/// <param name="Password">The password, for the method <c>password</c>.</param>
/// <param name="SrpA">The client's public SRP value in hexadecimal, for the method <c>srp</c>.</param>
/// <param name="DeviceKey">The key of a remembered device.</param>
/// <param name="Session">The session from a confirmed sign-up; it needs no method.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record SignInRequest(
    string? Username,
    SignInMethodRequest? Method,
    Secret? Password,
    string? SrpA,
    string? DeviceKey,
    Secret? Session,
    IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;

/// <summary>The sign-in method. Each method is one of Cognito's authentication flows.</summary>
[SchemaName("SignInMethod")]
public enum SignInMethodRequest
{
    /// <summary>Username and password.</summary>
    Password,

    /// <summary>The user chooses from what the pool offers (<c>USER_AUTH</c>).</summary>
    Choice,

    /// <summary>A code by e-mail.</summary>
    EmailOtp,

    /// <summary>A code by SMS.</summary>
    SmsOtp,

    /// <summary>A passkey.</summary>
    Passkey,

    /// <summary>Secure Remote Password: the password does not leave the client.</summary>
    Srp,

    /// <summary>The pool's own challenges, which its triggers define.</summary>
    Custom,
}

/// <summary>The outcome of a sign-in step, identified by <c>status</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "status")]
[JsonDerivedType(typeof(SignedInResponse), "signed_in")]
[JsonDerivedType(typeof(ChallengeResponse), "challenge")]
public abstract record SignInResponse
{
    internal const string SignedInExample = """{ "status": "signed_in", "tokens": { "accessToken": "access-token", "idToken": "id-token", "refreshToken": "refresh-token", "tokenType": "Bearer", "expiresIn": 3600 } }""";

    internal const string ChallengeExample = """{ "status": "challenge", "challenge": { "name": "SOFTWARE_TOKEN_MFA", "session": "session-of-this-challenge", "username": "jane" } }""";

    /// <summary>The response for an outcome, also for a team's own sign-ins.</summary>
    public static SignInResponse Of(SignInOutcome outcome) => outcome switch
    {
        SignInOutcome.Tokens tokens => new SignedInResponse(TokenSetResponse.Of(tokens.Set), tokens.NewDevice is { } device ? NewDeviceResponse.Of(device) : null),
        SignInOutcome.ChallengeRequired required => new ChallengeResponse(ChallengeToAnswer.Of(required.Challenge)),
        _ => throw new InvalidOperationException($"No response for {outcome.GetType().Name}."),
    };
}

/// <summary>The user is signed in.</summary>
/// <param name="Tokens">The session's tokens.</param>
/// <param name="NewDevice">A device to confirm, where the pool remembers devices.</param>
public sealed record SignedInResponse(TokenSetResponse Tokens, NewDeviceResponse? NewDevice) : SignInResponse;

/// <summary>The sign-in needs one more answer.</summary>
/// <param name="Challenge">The challenge to answer.</param>
public sealed record ChallengeResponse(ChallengeToAnswer Challenge) : SignInResponse;

/// <summary>A device that may be remembered (Cognito's <c>NewDeviceMetadata</c>).</summary>
/// <param name="DeviceKey">The device's id.</param>
/// <param name="DeviceGroupKey">The device's group key, an input of its SRP verifier.</param>
[SchemaName("NewDevice")]
public sealed record NewDeviceResponse(string DeviceKey, string DeviceGroupKey)
{
    internal static NewDeviceResponse Of(NewDevice device) => new(device.DeviceKey, device.DeviceGroupKey);
}

/// <summary>A challenge from Cognito to a user who is signing in.</summary>
/// <param name="Name">Cognito's name: <c>SOFTWARE_TOKEN_MFA</c>, <c>NEW_PASSWORD_REQUIRED</c> …</param>
/// <param name="Session">The session to send back with the answer; absent if Cognito needs none (<c>PASSWORD_VERIFIER</c>).</param>
/// <param name="Username">The username to send back with the answer; it can differ from the one that the user typed.</param>
/// <param name="Delivery">Where the code was sent, for challenges that send one.</param>
/// <param name="RequiredAttributes">The attributes that <c>NEW_PASSWORD_REQUIRED</c> requires.</param>
/// <param name="Options">The choices, by Cognito's names.</param>
/// <param name="CredentialRequestOptions">The options for the browser's <c>navigator.credentials.get</c>, for <c>WEB_AUTHN</c>.</param>
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
        challenge.Name, challenge.Session, challenge.Username, challenge.Delivery is { } delivery ? CodeDeliveryResponse.Of(delivery) : null,
        challenge.RequiredAttributes, challenge.Options, challenge.CredentialRequestOptions, challenge.Parameters);
}
