namespace CognitoAuth.Api.Endpoints.Passkeys;

/// <summary><c>GET /v1/me/passkeys</c></summary>
public sealed class ListPasskeysEndpoint : ICarterModule
{
    /// <inheritdoc/>
    public void AddRoutes(IEndpointRouteBuilder app) => app
        .MapFlow(
            HttpMethods.Get,
            "/v1/me/passkeys",
            (BearerToken bearer, int? limit, string? nextToken) => new ListPasskeysQuery(bearer.OrEmpty) { Limit = limit, NextToken = nextToken },
            (PasskeyPage page) => PasskeyPageResponse.Of(page))
        .WithName("ListPasskeys").WithTags("Passkeys").WithSummary("Lists the signed-in user's passkeys. The query takes limit (1 to 20) and the nextToken of the previous page.")
        .ProducesErrors(AuthErrors.MalformedRequest, AuthErrors.AttemptsExceeded)
        .WithResponseExample("""{ "passkeys": [ { "id": "id-of-the-passkey", "name": "Jane's phone", "relyingPartyId": "example.com", "transports": [ "internal" ], "createdAt": "2026-01-31T09:00:00+00:00" } ] }""");
}

/// <summary>A page of a user's passkeys.</summary>
/// <param name="Passkeys">The passkeys.</param>
/// <param name="NextToken">Requests the next page; absent on the last page.</param>
[SchemaName("PasskeyPage")]
public sealed record PasskeyPageResponse(IReadOnlyList<PasskeyResponse> Passkeys, string? NextToken)
{
    internal static PasskeyPageResponse Of(PasskeyPage page) => new([.. page.Passkeys.Select(PasskeyResponse.Of)], page.NextToken);
}

/// <summary>A passkey of a user (Cognito's <c>WebAuthnCredentialDescription</c>).</summary>
/// <param name="Id">The credential id that the authenticator assigned, in Base64url.</param>
/// <param name="Name">The name that Cognito generated.</param>
/// <param name="RelyingPartyId">The domain that the passkey is for.</param>
/// <param name="AuthenticatorAttachment"><c>platform</c> (a part of the device) or <c>cross-platform</c> (a security key); absent if the browser did not report it.</param>
/// <param name="Transports">How browsers can reach the authenticator: <c>internal</c>, <c>hybrid</c>, <c>usb</c>, <c>nfc</c>, <c>ble</c>.</param>
/// <param name="CreatedAt">When the passkey was registered.</param>
[SchemaName("Passkey")]
public sealed record PasskeyResponse(string Id, string? Name, string? RelyingPartyId, string? AuthenticatorAttachment, IReadOnlyList<string> Transports, DateTimeOffset? CreatedAt)
{
    internal static PasskeyResponse Of(Passkey passkey) => new(passkey.Id, passkey.Name, passkey.RelyingPartyId, passkey.AuthenticatorAttachment, passkey.Transports, passkey.CreatedAt);
}
