using System.Collections.Concurrent;
using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>Exchanges a refresh token for new tokens.</summary>
[Audited("token.refreshed", "token.refresh_failed")]
public sealed record RefreshTokensCommand(Secret RefreshToken) : IPublicFlow<TokenSet>
{
    /// <summary>The session's remembered device, if there is one.</summary>
    public string? DeviceKey { get; init; }

    /// <inheritdoc/>
    public Disclosure Reveals => Disclosure.Account;

    /// <inheritdoc/>
    public AuthError HiddenAs => AuthErrors.InvalidRefreshToken;
}

internal sealed class RefreshTokensValidator : AbstractValidator<RefreshTokensCommand>
{
    public RefreshTokensValidator()
    {
        RuleFor(command => command.RefreshToken).RefreshToken();
        RuleFor(command => command.DeviceKey).OptionalDeviceKey();
    }
}

internal sealed class RefreshTokensHandler(
    TokenRefresh refresh, RefreshesInProgress inProgress, IAccessTokenVerifier verifier, RotatedTokens rotated, FlowContext context) : IFlowHandler<RefreshTokensCommand, TokenSet>
{
    public async Task<Result<TokenSet>> Handle(RefreshTokensCommand command, CancellationToken cancellationToken)
    {
        var refreshed = await inProgress.Join(command.RefreshToken, command.DeviceKey, () => refresh.Run(command.RefreshToken, command.DeviceKey)).WaitAsync(cancellationToken);
        // Here, since each caller who shares the result has their own security event.
        if (!refreshed.IsFailure(out var error, out var tokens))
        {
            if (!verifier.ReadIssued(tokens.AccessToken).IsFailure(out _, out var token)) context.Audit.Add(token);
            return refreshed;
        }

        if (error.Is(AuthErrors.RefreshTokenReused))
        {
            var found = rotated.Find(command.RefreshToken);
            (context.Audit.Event, context.Audit.SessionText, context.Audit.Subject) = (AuditLog.RefreshTokenReused, found?.SessionText, found?.Subject);
        }

        return refreshed;
    }
}

/// <summary>Makes one call to Cognito per refresh token and device at a time: two tabs that refresh at once get the same tokens, instead of one reusing a rotated token and ending the session.</summary>
internal sealed class RefreshesInProgress
{
    private readonly ConcurrentDictionary<(Secret RefreshToken, string? DeviceKey), Lazy<Task<Result<TokenSet>>>> _inProgress = new();

    public Task<Result<TokenSet>> Join(Secret refreshToken, string? deviceKey, Func<Task<Result<TokenSet>>> refresh)
    {
        var key = (refreshToken, deviceKey);
        var mine = new Lazy<Task<Result<TokenSet>>>(Run);
        return _inProgress.GetOrAdd(key, mine).Value;

        async Task<Result<TokenSet>> Run()
        {
            try
            {
                return await refresh();
            }
            finally
            {
                _inProgress.TryRemove(key, out _);
            }
        }
    }

    /// <summary>Waits until no refresh of the token is in progress.</summary>
    public Task WhenDone(Secret refreshToken) =>
        Task.WhenAll(_inProgress.Where(entry => entry.Key.RefreshToken.Equals(refreshToken)).Select(entry => entry.Value.Value)).ContinueWith(_ => { }, TaskScheduler.Default);
}
