namespace CognitoAuth.Application.Pipeline;

/// <summary>A flow that anyone may call. A flow is this or <see cref="IProtectedFlow{T}"/>; the start refuses anything else.</summary>
/// <typeparam name="T">What it answers on success.</typeparam>
public interface IPublicFlow<T> : IFlow<T>, IPublicFlow;

/// <summary>What the pipeline needs to know of a public flow.</summary>
public interface IPublicFlow : IFlow
{
    /// <summary>
    /// What a call counts against, beside the limit per client, which all public flows share. It is counted before anything is done, and from the request alone, so that it is the same
    /// for names with and without an account.
    /// </summary>
    IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [];

    /// <summary>Which answers could tell by their time who has an account, and so do not leave before <see cref="SecurityOptions.AnswerFloor"/>.</summary>
    AnswerFloor AnswerFloor => AnswerFloor.None;

    /// <summary>The account's name as the caller typed it, where there is one. Only a pseudonym of it is written to security events.</summary>
    string? AccountName => null;

    /// <summary>Only what is the same for every account, unless the flow says otherwise.</summary>
    Disclosure IFlow.Reveals => Disclosure.Anyone;

    AuthError IFlow.HiddenAs => AuthErrors.InvalidCredentials;
}

/// <summary>Which answers of a flow are held back to <see cref="SecurityOptions.AnswerFloor"/> in <see cref="ExistenceErrors.Hidden"/> mode.</summary>
public enum AnswerFloor
{
    /// <summary>None: the flow knows nothing of accounts.</summary>
    None,

    /// <summary>Failures alone: whoever succeeds knows that there is an account, and need not wait.</summary>
    Failures,

    /// <summary>All: success is answered to anyone.</summary>
    Always,
}
