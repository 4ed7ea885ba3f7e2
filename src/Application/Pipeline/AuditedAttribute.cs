using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Declares that the end of a flow is a security event (ASVS 16.3): <see cref="AuditLog"/> writes one for each run. A handler adds what it learns through <see cref="FlowContext.Audit"/>.
/// <c>docs/operations.md</c> lists the events; a test holds the page against the flows.
/// </summary>
/// <param name="success">What a success is called: <c>password.changed</c>.</param>
/// <param name="failure">What a refusal or failure is called: <c>password.change_failed</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAttribute(string success, string failure) : Attribute
{
    /// <summary>What a success is called.</summary>
    public string Success { get; } = success;

    /// <summary>What a refusal or failure is called.</summary>
    public string Failure { get; } = failure;
}
