namespace CognitoAuth.Application.Pipeline;

/// <summary>A flow for a caller with an access token: <see cref="AccessTokenBehavior{TRequest,TResponse}"/> verifies it before the handler runs, and sets <see cref="FlowContext.Caller"/>.</summary>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IProtectedFlow<T> : IFlow<T>, IProtectedFlow;

/// <summary>What the pipeline needs to know about a protected flow.</summary>
public interface IProtectedFlow : IFlow
{
    /// <summary>The bearer token as it was presented; <see cref="Secret.Empty"/> if there was none.</summary>
    Secret AccessToken { get; }

    /// <summary>What the token must allow. A flow that requires less overrides it.</summary>
    TokenRequirement Requires => TokenRequirement.SelfService;

    /// <summary>
    /// Whether an attacker with a stolen session could take the account over with it: passwords, factors, e-mail address and phone number, deletion. It requires a sign-in no older than
    /// <see cref="SecurityOptions.ReauthenticateAfter"/> (ASVS 7.5.1).
    /// </summary>
    bool IsSensitive => false;

    /// <summary>The counters of a call. There is no limit per client: the caller is known, and <c>/v1/auth/verify</c> must never be limited.</summary>
    IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits, VerifiedToken caller) => [];

    /// <summary>The owner of a token knows that the account exists. Its state stays hidden: a token of a disabled user is not valid.</summary>
    Disclosure IFlow.Reveals => Disclosure.Account;

    AuthError IFlow.HiddenAs => AuthErrors.InvalidToken;
}

/// <summary>What an access token must allow, beyond being valid.</summary>
public enum TokenRequirement
{
    /// <summary>A user's token with the scope <c>aws.cognito.signin.user.admin</c>: what Cognito requires for calls about one's own account.</summary>
    SelfService,

    /// <summary>Any valid token, including a machine's.</summary>
    Nothing,
}
