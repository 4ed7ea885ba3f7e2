namespace CognitoAuth.Application.Pipeline;

/// <summary>A flow for a caller with an access token: <see cref="AccessTokenBehavior{TRequest,TResponse}"/> verifies it before the handler runs, and gives the handler its <see cref="FlowContext.Caller"/>.</summary>
/// <typeparam name="T">What it answers on success.</typeparam>
public interface IProtectedFlow<T> : IFlow<T>, IProtectedFlow;

/// <summary>What <see cref="AccessTokenBehavior{TRequest,TResponse}"/> needs to know of a protected flow.</summary>
public interface IProtectedFlow : IFlow
{
    /// <summary>The bearer token as it was presented; <see cref="Secret.Empty"/> when there was none.</summary>
    Secret AccessToken { get; }

    /// <summary>What the token must allow. A flow that asks for less says so.</summary>
    TokenRequirement Requires => TokenRequirement.SelfService;

    /// <summary>
    /// Whether a stolen session could take the account over by it, so that the last sign-in must be no older than <see cref="SecurityOptions.ReauthenticateAfter"/>
    /// (ASVS 7.5.1): passwords, factors, e-mail address and phone number, deletion.
    /// </summary>
    bool IsSensitive => false;

    /// <summary>What a call counts against. There is no limit per client: the caller is known, and <c>/v1/auth/verify</c> must never be limited.</summary>
    IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits, VerifiedToken caller) => [];

    /// <summary>Anyone who has a token knows that there is an account. Its state is hidden from them too: a token of a disabled user is one that is not valid.</summary>
    Disclosure IFlow.Reveals => Disclosure.Account;

    AuthError IFlow.HiddenAs => AuthErrors.InvalidToken;
}

/// <summary>What an access token must allow, beyond being valid.</summary>
public enum TokenRequirement
{
    /// <summary>A user's token with the scope <c>aws.cognito.signin.user.admin</c>: what Cognito wants for calls about oneself.</summary>
    SelfService,

    /// <summary>Any valid token, a machine's too.</summary>
    Nothing,
}
