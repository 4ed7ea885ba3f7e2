namespace CognitoAuth.Application.Pipeline;

/// <summary>A flow that anyone may call. Every flow is either this or an <see cref="IProtectedFlow{T}"/>; otherwise the application does not start.</summary>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IPublicFlow<T> : IFlow<T>, IPublicFlow;

/// <summary>What the pipeline needs to know about a public flow.</summary>
public interface IPublicFlow : IFlow
{
    /// <summary>
    /// The counters of a call, in addition to the limit per client, which all public flows share. They are counted first, and depend on the request alone, so that they are the same for names with and
    /// without an account.
    /// </summary>
    IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [];

    /// <summary>The responses whose duration could reveal which accounts exist. They are delayed to <see cref="SecurityOptions.AnswerFloor"/>.</summary>
    AnswerFloor AnswerFloor => AnswerFloor.None;

    /// <summary>The account's name as the caller typed it, if there is one. Security events contain only a pseudonym of it.</summary>
    string? AccountName => null;

    /// <summary>By default, only what is the same for every account.</summary>
    Disclosure IFlow.Reveals => Disclosure.Anyone;

    AuthError IFlow.HiddenAs => AuthErrors.InvalidCredentials;
}

/// <summary>The responses of a flow that are delayed to <see cref="SecurityOptions.AnswerFloor"/> in <see cref="ExistenceErrors.Hidden"/> mode.</summary>
public enum AnswerFloor
{
    /// <summary>None: the flow does not depend on accounts.</summary>
    None,

    /// <summary>Failures only: a caller who succeeds knows that the account exists and need not wait.</summary>
    Failures,

    /// <summary>All: anyone can succeed.</summary>
    Always,
}
