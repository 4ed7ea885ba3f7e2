namespace CognitoAuth.Domain;

/// <summary>
/// What an error reveals of an account, from least to most. A flow declares the most that it reveals while the deployment hides which accounts exist (<c>Security:ExistenceErrors</c>);
/// an error that reveals more is hidden from the caller and logged.
/// </summary>
public enum Disclosure
{
    /// <summary>Nothing: it is the same for every account and for names without one. An outage, a rate limit, a feature that is not enabled.</summary>
    Anyone,

    /// <summary>Only a fault of the request: a weak password, a wrong code, a used session.</summary>
    RequestFault,

    /// <summary>That an account exists, or something about it. The default of an error.</summary>
    Account,

    /// <summary>The state of an account: not confirmed, disabled, password reset required. Hidden from its owner too.</summary>
    AccountState,
}
