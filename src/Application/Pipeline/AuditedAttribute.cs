using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Declares that the end of a flow is a security event (ASVS 16.3): <see cref="AuditLog"/> writes one for each run. A handler adds members through <see cref="FlowContext.Audit"/>.
/// <c>docs/operations.md</c> lists the events; a test compares the page with the flows.
/// </summary>
/// <param name="success">The event of a success: <c>password.changed</c>.</param>
/// <param name="failure">The event of a refusal or failure: <c>password.change_failed</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAttribute(string success, string failure) : Attribute
{
    /// <summary>The event of a success.</summary>
    public string Success { get; } = success;

    /// <summary>The event of a refusal or failure.</summary>
    public string Failure { get; } = failure;
}
