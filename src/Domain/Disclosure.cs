namespace CognitoAuth.Domain;

/// <summary>
/// What an error reveals of an account, from nothing to most. A flow says up to which it reveals errors while the deployment hides who exists (<c>Security:ExistenceErrors</c>);
/// an error beyond that is hidden from the caller, and logged.
/// </summary>
public enum Disclosure
{
    /// <summary>Nothing: it is the same for every account and for names without one. An outage, a limit, a feature that is off.</summary>
    Anyone,

    /// <summary>Nothing but a fault of what the caller sent: a weak password, a wrong code, a session that is used up.</summary>
    RequestFault,

    /// <summary>That there is an account, or something of it. An error that does not say what it reveals counts as this.</summary>
    Account,

    /// <summary>The state of an account: not confirmed, disabled, to be reset. Hidden from its owner too.</summary>
    AccountState,
}
