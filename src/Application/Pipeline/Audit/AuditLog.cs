using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline.Audit;

/// <summary>
/// Writes security events: one for each run of an <see cref="AuditedAttribute">audited</see> flow, for each refused access token, and for each request that exceeds a rate limit. They have their own
/// category, so that they can be stored separately and for longer. No member contains text from a caller.
/// </summary>
internal sealed class AuditLog(ILoggerFactory loggers, Pseudonyms pseudonyms)
{
    /// <summary>The category of the events.</summary>
    public const string Category = "CognitoAuth.Audit";

    /// <summary>An access token was refused: not valid, signed out, or not sufficient for the request.</summary>
    public const string AccessRefused = "access.refused";

    /// <summary>A request exceeded a rate limit of this API.</summary>
    public const string RateLimitExceeded = "rate_limit.exceeded";

    /// <summary>A step of a sign-in succeeded, and another is required.</summary>
    public const string SignInChallenged = "sign_in.challenged";

    /// <summary>All sessions of a user were ended.</summary>
    public const string SignedOutEverywhere = "sign_out.everywhere";

    /// <summary>A refresh token was used after its rotation: it may be stolen.</summary>
    public const string RefreshTokenReused = "refresh_token.reused";

    private static readonly EventId SecurityEvent = new(1, "SecurityEvent");

    private readonly ILogger _logger = loggers.CreateLogger(Category);

    /// <summary>Writes the event of a flow that ended, if it has one.</summary>
    /// <param name="request">The flow's request.</param>
    /// <param name="audited">The names of its events; <see langword="null"/> for a flow without its own events.</param>
    /// <param name="error">What the caller gets; <see langword="null"/> on success.</param>
    /// <param name="context">The context of its scope.</param>
    public void Write(object request, AuditedAttribute? audited, AuthError? error, FlowContext context)
    {
        var trail = context.Audit;
        var happened = trail.HiddenError ?? error;
        if (NameOf(request, audited, happened, trail) is not { } name) return;

        var account = audited is not null && request is IPublicFlow { AccountName: { Length: > 0 } typed } ? pseudonyms.Of(typed) : null;
        var level = name is RateLimitExceeded or RefreshTokenReused ? LogLevel.Warning : LogLevel.Information;
        // Only members with a value: a [LoggerMessage] would write the others as null, up to half of the event.
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
        // The text does not repeat the members.
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
        // A caller without a token does not claim to be anyone.
        ({ } error, IProtectedFlow access, _) when error.IsAnyOf(AuthErrors.InvalidToken, AuthErrors.Forbidden, AuthErrors.ReauthenticationRequired) => access.AccessToken.IsEmpty ? null : AccessRefused,
        (_, _, null) => null,
        (null, _, { Success: var success }) => trail.Event ?? success,
        (_, _, { Failure: var failure }) => trail.Event ?? failure,
    };
}
