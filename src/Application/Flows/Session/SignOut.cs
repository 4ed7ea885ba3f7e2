using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>Ends the caller's session, or all of the user's. Public, with its own token verification: it must accept an expired access token, and a refresh token alone.</summary>
/// <param name="AccessToken">The bearer token, if one was presented.</param>
/// <param name="RefreshToken">The session's refresh token, if the client kept it.</param>
[Audited("sign_out.session", "sign_out.failed")]
public sealed record SignOutCommand(Secret? AccessToken, Secret? RefreshToken) : IPublicFlow<Success>
{
    /// <summary>What to end.</summary>
    public SignOutScope Scope { get; init; }

    /// <summary>The session's device. A pool that tracks devices exchanges no refresh token without it.</summary>
    public string? DeviceKey { get; init; }

    /// <inheritdoc/>
    public Disclosure Reveals => Disclosure.Account;

    /// <inheritdoc/>
    public AuthError HiddenAs => AuthErrors.InvalidToken;
}

/// <summary>What a sign-out ends.</summary>
public enum SignOutScope
{
    /// <summary>The session of the presented tokens.</summary>
    Session,

    /// <summary>All sessions of the user.</summary>
    Everywhere,
}

internal sealed class SignOutValidator : AbstractValidator<SignOutCommand>
{
    public SignOutValidator()
    {
        RuleFor(command => command.RefreshToken).OptionalRefreshToken();
        RuleFor(command => command.Scope).Must(Enum.IsDefined).WithMessage("It must be session or everywhere.");
        RuleFor(command => command.DeviceKey).OptionalDeviceKey();
    }
}

internal sealed class SignOutHandler(
    IAccessTokenVerifier verifier, RefreshTokenSessions refreshTokens, SessionEnding sessions, INotifications notifications, FlowContext context)
    : IFlowHandler<SignOutCommand, Success>
{
    public async Task<Result<Success>> Handle(SignOutCommand command, CancellationToken cancellationToken)
    {
        var signedOut = command switch
        {
            { AccessToken: { } accessToken } => await WithAccessToken(command, accessToken, cancellationToken),
            { RefreshToken: { } refreshToken } => await WithRefreshToken(command, refreshToken, cancellationToken),
            _ => AuthErrors.InvalidToken.Because("no token"),
        };
        if (signedOut.Error is null && command.Scope is SignOutScope.Everywhere) context.Audit.Event = AuditLog.SignedOutEverywhere;
        return signedOut;
    }

    private async Task<Result<Success>> WithAccessToken(SignOutCommand command, Secret accessToken, CancellationToken cancellationToken)
    {
        // An expired token can end its own session. Ending all others requires a valid token, as at Cognito.
        var verified = await verifier.Verify(accessToken, acceptExpired: command.Scope is SignOutScope.Session, cancellationToken);
        if (verified.IsFailure(out var error, out var token))
        {
            var mayBeExpired = error.Is(AuthErrors.InvalidToken) && command.RefreshToken is not null && command.Scope is SignOutScope.Everywhere
                && !(await verifier.Verify(accessToken, acceptExpired: true, cancellationToken)).IsFailure(out _);
            return mayBeExpired ? await WithRefreshToken(command, command.RefreshToken!, cancellationToken) : error;
        }

        context.Audit.Add(token);
        if (!token.HasUser) return AuthErrors.Forbidden.Because("no user in the token");
        return command.Scope is SignOutScope.Everywhere
            ? await Everywhere(token, accessToken, cancellationToken)
            : await OfSession(token.Session, token.Subject, command.RefreshToken, isProven: false, cancellationToken);
    }

    private async Task<Result<Success>> WithRefreshToken(SignOutCommand command, Secret refreshToken, CancellationToken cancellationToken)
    {
        var found = await refreshTokens.Find(refreshToken, command.DeviceKey, cancellationToken);
        if (found.IsFailure(out var error, out var session)) return error;

        switch (session)
        {
            case RefreshTokenSession.Unknown(var refusal):
                return await sessions.EndFamily(refreshToken, refusal, cancellationToken);

            case RefreshTokenSession.Remembered(var remembered):
                (context.Audit.SessionText, context.Audit.Subject) = (remembered.SessionText, remembered.Subject);
                return await OfSession(remembered.Session, remembered.Subject, refreshToken, isProven: false, cancellationToken);

            case RefreshTokenSession.Exchanged(var token, var tokens):
                context.Audit.Add(token);
                var latest = tokens.RefreshToken ?? refreshToken;
                if (command.Scope is SignOutScope.Session) return await OfSession(token.Session, token.Subject, latest, isProven: true, cancellationToken);

                var everywhere = await Everywhere(token, tokens.AccessToken, cancellationToken);
                // The caller never gets the refresh token of the exchange, so it is ended.
                if (everywhere.Error is not null) await sessions.End(token.Session, latest, isProven: true, cancellationToken);
                return everywhere;

            default: throw new InvalidOperationException($"No sign-out for {session.GetType().Name}.");
        }
    }

    private async Task<Result<Success>> OfSession(SessionId session, string subject, Secret? refreshToken, bool isProven, CancellationToken cancellationToken)
    {
        var ended = await sessions.End(session, refreshToken, isProven, cancellationToken);
        if (ended.Error is null) notifications.Publish(new SignedOut(SignOutScope.Session, session, subject));
        return ended;
    }

    private async Task<Result<Success>> Everywhere(VerifiedToken token, Secret accessToken, CancellationToken cancellationToken)
    {
        var ended = await sessions.EndAll(token, accessToken, cancellationToken);
        if (ended.Error is null) notifications.Publish(new SignedOut(SignOutScope.Everywhere, token.Session, token.Subject));
        return ended;
    }
}
