namespace CognitoAuth.Api.Endpoints.Devices;

/// <summary><c>POST /v1/me/devices/{key}/confirm</c></summary>
public sealed class ConfirmDeviceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPost("/v1/me/devices/{key}/confirm", Handle)
        .WithName("ConfirmDevice").WithTags("Devices").WithSummary("Confirms the device whose key the sign-in returned. Requires a recent sign-in.")
        .Runs<ConfirmDeviceCommand>()
        .Produces<DeviceConfirmationResponse>()
        .ProducesErrors(AuthErrors.InvalidPassword, AuthErrors.ReauthenticationRequired, AuthErrors.NotFound, AuthErrors.Conflict, AuthErrors.UsernameTaken, AuthErrors.TriggerFailed, AuthErrors.OutcomeUnknown)
        .WithRequestExample("""{ "name": "Jane's laptop", "secretVerifier": { "salt": "c2FsdA==", "passwordVerifier": "dmVyaWZpZXI=" } }""")
        .WithResponseExample("""{ "userConfirmationNecessary": true }""");

    private static Task<IResult> Handle(string key, BearerToken bearer, ConfirmDeviceRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new ConfirmDeviceCommand(bearer.OrEmpty, key, body.SecretVerifier?.ToVerifier()) { Name = body.Name }, cancellationToken).ToHttp(confirmation => TypedResults.Ok(DeviceConfirmationResponse.Of(confirmation)));
}

/// <summary>A device to confirm.</summary>
/// <param name="Name">The user's name for the device.</param>
/// <param name="SecretVerifier">The SRP verifier that the device computed from its secret.</param>
public sealed record ConfirmDeviceRequest(string? Name, [property: Required] DeviceSecretVerifierRequest? SecretVerifier);

/// <summary>An SRP verifier: Cognito uses it later to check that the device has its secret. It does not contain the secret, which the device generates and keeps.</summary>
/// <param name="Salt">The salt in Base64.</param>
/// <param name="PasswordVerifier">The verifier in Base64: g^x of the device's group key, key and password.</param>
[SchemaName("DeviceSecretVerifier")]
public sealed record DeviceSecretVerifierRequest([property: Required] Secret? Salt, [property: Required] Secret? PasswordVerifier)
{
    internal DeviceSecretVerifier ToVerifier() => new(Salt, PasswordVerifier);
}

/// <summary>A confirmed device.</summary>
/// <param name="UserConfirmationNecessary">Whether the device is remembered only after the user agrees.</param>
[SchemaName("DeviceConfirmation")]
public sealed record DeviceConfirmationResponse(bool UserConfirmationNecessary)
{
    internal static DeviceConfirmationResponse Of(DeviceConfirmation confirmation) => new(confirmation.UserConfirmationNecessary);
}
