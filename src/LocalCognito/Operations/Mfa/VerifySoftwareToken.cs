namespace CognitoAuth.LocalCognito.Operations.Mfa;

internal sealed record VerifySoftwareTokenRequest(string? AccessToken, string? Session, string UserCode, string? FriendlyDeviceName);

internal sealed record VerifySoftwareTokenResponse(string Status, string? Session);

/// <summary>Verifies that the user's app has the secret. Sign-ins ask for its codes only after a preference is set, or after <c>MFA_SETUP</c>.</summary>
internal sealed class VerifySoftwareToken : PublicOperation<VerifySoftwareTokenRequest>
{
    protected override object Execute(LocalUserPool pool, VerifySoftwareTokenRequest request) =>
        SoftwareTokenCaller.IsSignedIn(request.AccessToken, request.Session)
            ? SignedIn(pool, pool.AccessTokens.Require(request.AccessToken!), request)
            : WithinSignIn(pool, request);

    private static VerifySoftwareTokenResponse SignedIn(LocalUserPool pool, LocalUser user, VerifySoftwareTokenRequest request)
    {
        if (user.Mfa.PendingSecret is { } pending)
        {
            user.Mfa.SoftwareToken = Proven(pool, pending, request);
            user.Mfa.PendingSecret = null;
        }
        else if (!(user.Mfa.SoftwareToken ?? throw SoftwareToken.NotFound()).Accepts(request.UserCode, pool.Now))
        {
            throw Mismatch();
        }

        return new VerifySoftwareTokenResponse("SUCCESS", Session: null);
    }

    private static VerifySoftwareTokenResponse WithinSignIn(LocalUserPool pool, VerifySoftwareTokenRequest request)
    {
        var session = SoftwareTokenCaller.RequireSession(pool, request.Session);
        var progress = (MfaSetup.Progress)session.State!;
        session.User.Mfa.SoftwareToken = Proven(pool, progress.Secret ?? throw SoftwareToken.NotFound(), request);
        session.IsUsed = true;
        return new VerifySoftwareTokenResponse("SUCCESS", pool.Sessions.Open(session.Continue(progress with { IsVerified = true }, pool.Now)));
    }

    private static SoftwareToken Proven(LocalUserPool pool, string secret, VerifySoftwareTokenRequest request)
    {
        var token = new SoftwareToken(secret, request.FriendlyDeviceName);
        return token.Accepts(request.UserCode, pool.Now) ? token : throw Mismatch();
    }

    private static CognitoException Mismatch() => new("EnableSoftwareTokenMFAException", "Code mismatch");
}
