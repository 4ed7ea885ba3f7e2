using System.Collections.Concurrent;
using CognitoAuth.Application.Notifications;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using FluentValidation;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>Exchanges a refresh token for new tokens.</summary>
public sealed record RefreshTokensCommand(Secret RefreshToken) : IPublicFlow<TokenSet>, IAuditedFlow
{
    /// <summary>The remembered device of the session, where there is one.</summary>
    public string? DeviceKey { get; init; }

    /// <summary>For the pool's triggers.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; init; }

    /// <inheritdoc/>
    public Disclosure Reveals => Disclosure.Account;

    /// <inheritdoc/>
    public AuthError HiddenAs => AuthErrors.InvalidRefreshToken;

    string IAuditedFlow.SuccessEvent => "token.refreshed";

    string IAuditedFlow.FailureEvent => "token.refresh_failed";
}

internal sealed class RefreshTokensValidator : AbstractValidator<RefreshTokensCommand>
{
    public RefreshTokensValidator()
    {
        RuleFor(command => command.RefreshToken).RefreshToken();
        RuleFor(command => command.DeviceKey).OptionalDeviceKey();
        RuleFor(command => command.ClientMetadata).Metadata();
    }
}

internal sealed class RefreshTokensHandler(ICognitoGateway cognito, IAccessTokenVerifier verifier, IRevocations revocations, SessionEnding sessions, RotatedTokens rotated, RefreshesUnderWay underWay, INotifications notifications, AuditTrail trail)
    : IFlowHandler<RefreshTokensCommand, TokenSet>
{
    public async Task<Result<TokenSet>> Handle(RefreshTokensCommand command, CancellationToken cancellationToken)
    {
        var refreshed = await underWay.Join(command.RefreshToken, command.DeviceKey, () => Refresh(command)).WaitAsync(cancellationToken);
        // Here, since each who shares the answer has a trail of his own.
        if (!refreshed.IsFailure(out var error, out var tokens))
        {
            if (!verifier.ReadIssued(tokens.AccessToken).IsFailure(out _, out var token)) trail.Add(token);
        }
        else if (error.Is(AuthErrors.RefreshTokenReused))
        {
            var found = rotated.Find(command.RefreshToken);
            (trail.Event, trail.Session, trail.Subject) = (AuditLog.RefreshTokenReused, found?.Session, found?.Subject);
        }

        return refreshed;
    }

    // No caller's cancellation: others may wait for the same answer, and a rotated token must not be lost.
    private async Task<Result<TokenSet>> Refresh(RefreshTokensCommand command)
    {
        // Before a rotated token is used up for an answer that its owner would not get.
        if (!revocations.CanTell) return AuthErrors.RevocationUnavailable;

        var refreshed = await cognito.GetTokensFromRefreshToken(command.RefreshToken, command.DeviceKey, command.ClientMetadata, CancellationToken.None);
        if (refreshed.IsFailure(out var error, out var tokens))
        {
            // Somebody else has the family's newer tokens: the thief or the owner. Neither keeps them.
            if (error.Is(AuthErrors.RefreshTokenReused)) await EndFamily(command);
            return error;
        }

        if (verifier.ReadIssued(tokens.AccessToken).IsFailure(out var unreadable, out var token)) return AuthErrors.UpstreamInvalid.Because(unreadable.Reason ?? unreadable.Code);

        switch (revocations.Check(token))
        {
            case RevocationStatus.Live:
                if (tokens.RefreshToken is not null) rotated.Remember(command.RefreshToken, token);
                return tokens;
            case RevocationStatus.Unknown:
                return AuthErrors.RevocationUnavailable;
            default:
                // Signed out here with an access token alone: only now is there a refresh token to revoke.
                await cognito.RevokeToken(tokens.RefreshToken ?? command.RefreshToken, CancellationToken.None);
                return AuthErrors.InvalidRefreshToken.Because("signed out");
        }
    }

    private async Task EndFamily(RefreshTokensCommand command)
    {
        var found = rotated.Find(command.RefreshToken);
        if (found is not null) await sessions.End(found.Session, command.RefreshToken, isProven: false, CancellationToken.None);
        else await cognito.RevokeToken(command.RefreshToken, CancellationToken.None);
        notifications.Publish(new RefreshTokenReused(found?.Session, found?.Subject) { ClientMetadata = command.ClientMetadata });
    }
}

/// <summary>
/// One upstream call per refresh token and device at a time: two tabs that refresh at once get the same answer, instead of one of them reusing a rotated token and ending the session.
/// </summary>
internal sealed class RefreshesUnderWay
{
    private readonly ConcurrentDictionary<(Secret RefreshToken, string? DeviceKey), Lazy<Task<Result<TokenSet>>>> _underWay = new();

    public Task<Result<TokenSet>> Join(Secret refreshToken, string? deviceKey, Func<Task<Result<TokenSet>>> refresh)
    {
        var key = (refreshToken, deviceKey);
        var mine = new Lazy<Task<Result<TokenSet>>>(Run);
        return _underWay.GetOrAdd(key, mine).Value;

        async Task<Result<TokenSet>> Run()
        {
            try
            {
                return await refresh();
            }
            finally
            {
                _underWay.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Waits until no refresh of the token is under way: until then nobody knows what became of it.</summary>
    public Task WhenDone(Secret refreshToken) =>
        Task.WhenAll(_underWay.Where(entry => entry.Key.RefreshToken.Equals(refreshToken)).Select(entry => entry.Value.Value)).ContinueWith(_ => { }, TaskScheduler.Default);
}
