namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// A flow whose end is a security event (ASVS 16.3): <see cref="AuditLog"/> writes one for each run. A handler adds what it learns through <see cref="FlowContext.Audit"/>.
/// <c>docs/operations.md</c> lists the events; a test holds the page against the flows.
/// </summary>
public interface IAuditedFlow
{
    /// <summary>What a success is called: <c>password.changed</c>.</summary>
    string SuccessEvent { get; }

    /// <summary>What a refusal or failure is called: <c>password.change_failed</c>.</summary>
    string FailureEvent { get; }

    /// <summary>The account's name as the caller typed it, where there is one. Only a pseudonym of it is written.</summary>
    string? AccountName => null;
}
