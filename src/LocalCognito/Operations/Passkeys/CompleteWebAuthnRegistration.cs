using System.Text.Json;
using CognitoAuth.LocalCognito.Passkeys;

namespace CognitoAuth.LocalCognito.Operations.Passkeys;

internal sealed record CompleteWebAuthnRegistrationRequest(string AccessToken, JsonElement Credential);

/// <summary>Registers a passkey. A challenge can be used once, even when the registration fails.</summary>
internal sealed class CompleteWebAuthnRegistration : PublicOperation<CompleteWebAuthnRegistrationRequest>
{
    protected override object? Execute(LocalUserPool pool, CompleteWebAuthnRegistrationRequest request)
    {
        var (user, session) = pool.AccessTokens.RequireSession(request.AccessToken);
        pool.RelyingParty.RequireEnabled();
        if (user.Passkeys.Pending is not { } pending || pool.Now >= pending.ExpiresAt) throw RelyingParty.ChallengeNotFound();
        if (pending.ClientId != session.Client.Id) throw new CognitoException("WebAuthnClientMismatchException", "The registration was started by another client.");
        user.Passkeys.Pending = null;
        pool.RelyingParty.Register(user, pending.Challenge, PublicKeyCredential.Parse(request.Credential));
        user.ModifiedAt = pool.Now;
        return null;
    }
}
