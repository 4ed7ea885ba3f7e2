using CognitoAuth.LocalCognito.Passkeys;

namespace CognitoAuth.LocalCognito.Operations.Passkeys;

internal sealed record StartWebAuthnRegistrationRequest(string AccessToken);

internal sealed record StartWebAuthnRegistrationResponse(object CredentialCreationOptions);

/// <summary>Starts the registration of a passkey. It replaces a registration that was started before.</summary>
internal sealed class StartWebAuthnRegistration : PublicOperation<StartWebAuthnRegistrationRequest>
{
    protected override object Execute(LocalUserPool pool, StartWebAuthnRegistrationRequest request)
    {
        var (user, session) = pool.AccessTokens.RequireSession(request.AccessToken);
        pool.RelyingParty.RequireEnabled();
        if (user.Passkeys.All.Count >= UserPasskeys.Capacity) throw new CognitoException("LimitExceededException", $"Exceeded the limit of {UserPasskeys.Capacity} WebAuthn credentials.");
        var challenge = RelyingParty.NewChallenge();
        user.Passkeys.Pending = new PasskeyRegistration(challenge, session.Client.Id, pool.Now + session.Client.Options.AuthSessionValidity);
        return new StartWebAuthnRegistrationResponse(pool.RelyingParty.CreationOptions(user, challenge));
    }
}
