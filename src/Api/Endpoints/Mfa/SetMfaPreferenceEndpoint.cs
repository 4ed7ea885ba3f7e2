namespace CognitoAuth.Api.Endpoints.Mfa;

/// <summary><c>PUT /v1/me/mfa</c></summary>
public sealed class SetMfaPreferenceEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapPut("/v1/me/mfa", Handle)
        .WithName("SetMfaPreference").WithTags("Factors").WithSummary("Enables or disables second factors and sets the preferred one. Omitted factors do not change.")
        .Runs<SetMfaPreferenceCommand>()
        .Produces(StatusCodes.Status204NoContent)
        .ProducesErrors(AuthErrors.MfaNotConfigured, AuthErrors.ReauthenticationRequired)
        .WithRequestExample("""{ "totp": { "enabled": true, "preferred": true } }""", "prefer_totp")
        .WithRequestExample("""{ "sms": { "enabled": false }, "email": { "enabled": true }, "passkey": { "enabled": true } }""", "several");

    private static Task<IResult> Handle(BearerToken bearer, SetMfaPreferenceRequest body, IFlows flows, CancellationToken cancellationToken) =>
        flows.Send(new SetMfaPreferenceCommand(bearer.OrEmpty, body.ToPreferences()), cancellationToken).ToHttp();
}

/// <summary>Changes to the second factors; at least one is required.</summary>
/// <param name="Sms">Codes by SMS.</param>
/// <param name="Totp">Codes from an authenticator app.</param>
/// <param name="Email">Codes by e-mail.</param>
/// <param name="Passkey">Passkeys as a second factor; they cannot be preferred.</param>
public sealed record SetMfaPreferenceRequest(MfaPreferenceRequest? Sms, MfaPreferenceRequest? Totp, MfaPreferenceRequest? Email, MfaPreferenceRequest? Passkey)
{
    internal MfaPreferences ToPreferences() => new() { Sms = Sms?.ToPreference(), Totp = Totp?.ToPreference(), Email = Email?.ToPreference(), Passkey = Passkey?.ToPreference() };
}

/// <summary>Whether a sign-in uses a second factor.</summary>
/// <param name="Enabled">Whether the factor is enabled.</param>
/// <param name="Preferred">Whether a sign-in uses this factor first; at most one factor can be preferred.</param>
[SchemaName("MfaPreference")]
public sealed record MfaPreferenceRequest([property: Required] bool? Enabled, bool? Preferred)
{
    internal MfaPreference ToPreference() => new(Enabled, Preferred);
}
