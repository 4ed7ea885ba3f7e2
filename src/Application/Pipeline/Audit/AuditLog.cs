using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline.Audit;

/// <summary>
/// Writes security events: one for each run of a flow that is <see cref="AuditedAttribute">audited</see>, for each refused access token, and for each request beyond a rate limit. They have a category of their own, so that
/// they can be kept elsewhere and for longer. All members are made here, by Cognito or by a parser: no text of a caller is in them.
/// </summary>
internal sealed class AuditLog(ILoggerFactory loggers, Pseudonyms pseudonyms)
{
    /// <summary>The category of the events.</summary>
    public const string Category = "CognitoAuth.Audit";

    /// <summary>An access token was presented, and refused: not valid, signed out, or not good enough for what was asked.</summary>
    public const string AccessRefused = "access.refused";

    /// <summary>A request was beyond a rate limit of this API.</summary>
    public const string RateLimitExceeded = "rate_limit.exceeded";

    /// <summary>A step of a sign-in was taken, and another is needed.</summary>
    public const string SignInChallenged = "sign_in.challenged";

    /// <summary>All sessions of a user were ended.</summary>
    public const string SignedOutEverywhere = "sign_out.everywhere";

    /// <summary>A refresh token was used after it was replaced: it may be stolen.</summary>
    public const string RefreshTokenReused = "refresh_token.reused";

    private static readonly EventId SecurityEvent = new(1, "SecurityEvent");

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    /// <summary>Writes the event of a flow that ended, if it is one.</summary>
    /// <param name="request">The flow's request.</param>
    /// <param name="audited">What its events are called; <see langword="null"/> for a flow that has none of its own.</param>
    /// <param name="error">What the caller gets; <see langword="null"/> on success.</param>
    /// <param name="context">Of its scope.</param>
    public void Write(object request, AuditedAttribute? audited, AuthError? error, FlowContext context)
    {
        var trail = context.Audit;
        var happened = trail.HiddenError ?? error;
        if (NameOf(request, audited, happened, trail) is not { } name) return;

        var account = audited is not null && request is IPublicFlow { AccountName: { Length: > 0 } typed } ? pseudonyms.Of(typed) : null;
        var level = name is RateLimitExceeded or RefreshTokenReused ? LogLevel.Warning : LogLevel.Information;
        // Only what is known: a [LoggerMessage] would write the rest as null, which is up to half of it.
        List<KeyValuePair<string, object?>> members = new(capacity: 11);
        Add("SecurityEvent", name);
        Add("ErrorCode", happened?.Code);
        Add("Reason", happened?.Reason);
        Add("Account", account);
        Add("Subject", trail.Subject);
        Add("Session", trail.SessionText);
        Add("ClientId", trail.ClientId);
        Add("Factor", trail.Factor);
        Add("IpAddress", context.IpAddress);
        Add("Flow", request.GetType().Name);
        // What tells who, where and how is in members, and not in the text as well.
        Add("{OriginalFormat}", happened is null ? "{SecurityEvent} by {Flow}" : "{SecurityEvent} {ErrorCode} by {Flow}");
        _logger.Log(level, SecurityEvent, members, exception: null, static (members, _) => string.Join(", ", members.SkipLast(1).Select(member => $"{member.Key} {member.Value}")));

        void Add(string member, string? value)
        {
            if (value is not null) members.Add(new(member, value));
        }
    }

    private static string? NameOf(object request, AuditedAttribute? audited, AuthError? happened, AuditTrail trail) => (happened, request, audited) switch
    {
        ({ } error, _, _) when error.Is(AuthErrors.RateLimited) => RateLimitExceeded,
        // Without a token nobody claims to be anyone.
        ({ } error, IProtectedFlow access, _) when error.IsAnyOf(AuthErrors.InvalidToken, AuthErrors.Forbidden, AuthErrors.ReauthenticationRequired) => access.AccessToken.IsEmpty ? null : AccessRefused,
        (_, _, null) => null,
        (null, _, { Success: var success }) => trail.Event ?? success,
        (_, _, { Failure: var failure }) => trail.Event ?? failure,
    };
}
