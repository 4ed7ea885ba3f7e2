using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using FluentValidation;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>
/// Ends the caller's session, or all of the user's. Public, and asks the verifier itself: it must take an expired access token, and a refresh token alone.
/// </summary>
/// <param name="AccessToken">The bearer token, if one was presented.</param>
/// <param name="RefreshToken">The session's refresh token, if the client kept it.</param>
public sealed record SignOutCommand(Secret? AccessToken, Secret? RefreshToken) : IPublicFlow<Success>, IAuditedFlow
{
    /// <summary>What to end.</summary>
    public SignOutScope Scope { get; init; }

    /// <summary>The session's device, without which a pool that tracks devices exchanges no refresh token.</summary>
    public string? DeviceKey { get; init; }

    /// <summary>For the pool's triggers, where a refresh token must be exchanged.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; init; }

    /// <inheritdoc/>
    public Disclosure Reveals => Disclosure.Account;

    /// <inheritdoc/>
    public AuthError HiddenAs => AuthErrors.InvalidToken;

    string IAuditedFlow.SuccessEvent => Scope is SignOutScope.Everywhere ? "sign_out.everywhere" : "sign_out.session";

    string IAuditedFlow.FailureEvent => "sign_out.failed";
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
        RuleFor(command => command.ClientMetadata).Metadata();
    }
}

internal sealed class SignOutHandler(
    ICognitoGateway cognito, IAccessTokenVerifier verifier, IRevocations revocations, SessionEnding sessions, RotatedTokens rotated, RefreshesUnderWay underWay, INotifications notifications, AuditTrail trail)
    : IFlowHandler<SignOutCommand, Success>
{
    public async Task<Result<Success>> Handle(SignOutCommand command, CancellationToken cancellationToken)
    {
        return command switch
        {
            { AccessToken: { } accessToken } => await WithAccessToken(command, accessToken, cancellationToken),
            { RefreshToken: { } refreshToken } => await WithRefreshToken(command, refreshToken, cancellationToken),
            _ => AuthErrors.InvalidToken.Because("no token"),
        };
    }

    private async Task<Result<Success>> WithAccessToken(SignOutCommand command, Secret accessToken, CancellationToken cancellationToken)
    {
        // Ending one's own session is allowed late; ending all others takes a token that is still good, as at Cognito.
        var verified = await verifier.Verify(accessToken, acceptExpired: command.Scope is SignOutScope.Session, cancellationToken);
        if (verified.IsFailure(out var error, out var token))
        {
            var mayBeExpired = error.Is(AuthErrors.InvalidToken) && command.RefreshToken is not null && command.Scope is SignOutScope.Everywhere
                && !(await verifier.Verify(accessToken, acceptExpired: true, cancellationToken)).IsFailure(out _);
            return mayBeExpired ? await WithRefreshToken(command, command.RefreshToken!, cancellationToken) : error;
        }

        trail.Add(token);
        if (!token.HasUser) return AuthErrors.Forbidden.Because("no user in the token");
        return command.Scope is SignOutScope.Everywhere
            ? await Everywhere(command, token, accessToken, cancellationToken)
            : await OfSession(command, token.Session, token.Subject, command.RefreshToken, isProven: false, cancellationToken);
    }

    private async Task<Result<Success>> WithRefreshToken(SignOutCommand command, Secret refreshToken, CancellationToken cancellationToken)
    {
        // A refresh under way may be about to use it up, and then knows the session.
        await underWay.WhenDone(refreshToken);

        // Only a token of the session tells which one it is.
        var exchanged = await cognito.GetTokensFromRefreshToken(refreshToken, command.DeviceKey, command.ClientMetadata, cancellationToken);
        if (exchanged.IsFailure(out var error, out var tokens))
        {
            if (error.Kind is ErrorKind.Unavailable or ErrorKind.Timeout) return error;
            if (rotated.Find(refreshToken) is { } found)
            {
                (trail.Session, trail.Subject) = (found.Session, found.Subject);
                return await OfSession(command, found.Session, found.Subject, refreshToken, isProven: false, cancellationToken);
            }

            // Its session cannot be learnt, but its family can be ended. Of a reused token, or of a user who was disabled, there is no more to end.
            var revoked = await cognito.RevokeToken(refreshToken, cancellationToken);

            // It is dead, or it lacks its device's key, which looks the same: then it was alive until now. What Cognito would not revoke it would not exchange either.
            if (error.Is(AuthErrors.InvalidRefreshToken)) return revoked.Error is { Kind: ErrorKind.Unavailable or ErrorKind.Timeout } outage ? outage : Repeated();
            return error.Kind is ErrorKind.Unauthenticated or ErrorKind.Forbidden ? revoked : error;
        }

        if (verifier.ReadIssued(tokens.AccessToken).IsFailure(out var unreadable, out var token)) return AuthErrors.UpstreamInvalid.Because(unreadable.Reason ?? unreadable.Code);
        trail.Add(token);
        var latest = tokens.RefreshToken ?? refreshToken;
        if (command.Scope is SignOutScope.Session) return await OfSession(command, token.Session, token.Subject, latest, isProven: true, cancellationToken);

        var everywhere = await Everywhere(command, token, tokens.AccessToken, cancellationToken);
        // The exchange may have brought a new refresh token, which nobody would ever get.
        if (everywhere.Error is not null) await sessions.End(token.Session, latest, isProven: true, cancellationToken);
        return everywhere;
    }

    private async Task<Result<Success>> OfSession(SignOutCommand command, SessionId session, string subject, Secret? refreshToken, bool isProven, CancellationToken cancellationToken)
    {
        var ended = await sessions.End(session, refreshToken, isProven, cancellationToken);
        if (ended.Error is null) Publish(command, SignOutScope.Session, session, subject);
        return ended;
    }

    private async Task<Result<Success>> Everywhere(SignOutCommand command, VerifiedToken token, Secret accessToken, CancellationToken cancellationToken)
    {
        var ended = await EndAll(token, accessToken, cancellationToken);
        if (ended.Error is null) Publish(command, SignOutScope.Everywhere, token.Session, token.Subject);
        return ended;
    }

    private void Publish(SignOutCommand command, SignOutScope scope, SessionId session, string subject) =>
        notifications.Publish(new SignedOut(scope, session, subject) { ClientMetadata = command.ClientMetadata });

    private async Task<Result<Success>> EndAll(VerifiedToken token, Secret accessToken, CancellationToken cancellationToken)
    {
        // Cognito would refuse it, after we had recorded it.
        if (!token.AllowsSelfService) return AuthErrors.Forbidden.Because("scope missing");

        switch (revocations.Check(token))
        {
            case RevocationStatus.Live or RevocationStatus.Unknown:
                return await sessions.EndAll(token.Subject, token.AuthTime, () => cognito.GlobalSignOut(accessToken, cancellationToken), cancellationToken);

            // A session that ended by itself may not end the others.
            case RevocationStatus.SessionEnded:
                return AuthErrors.InvalidToken.Because("signed out");

            // A repeat. Where Cognito did not hear of the first it does now; where it did, the sign-ins made since stay.
            default:
                var ended = await cognito.GlobalSignOut(accessToken, cancellationToken);
                if (!ended.IsFailure(out var error, out var confirmed))
                    return await revocations.ConfirmSignInsEnded(token.Subject, confirmed, confirmed, UserPoolSettings.LongestAccessTokenLifetime, cancellationToken);
                return error.Is(AuthErrors.InvalidToken) ? Repeated() : error;
        }
    }

    // Cognito has nothing left to do. Have we? The first attempt may have been answered that it was not recorded everywhere.
    private Result<Success> Repeated() => revocations.IsAllRecorded ? default(Success) : AuthErrors.RevocationUnavailable;
}
