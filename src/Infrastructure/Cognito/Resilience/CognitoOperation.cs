using Amazon.CognitoIdentityProvider;
using CognitoAuth.Infrastructure.Cognito.Gateway;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>What the gateway must know of a Cognito operation in addition to its request.</summary>
/// <param name="RetryClass">When a call may be repeated.</param>
/// <param name="Category">The category by which Cognito counts it.</param>
/// <param name="Refused">The error for a plain refusal, or for one whose text is not known.</param>
internal sealed record CognitoOperation(RetryClass RetryClass, QuotaCategory Category, AuthError Refused)
{
    /// <summary>What the caller can do when it is unknown whether the call took effect: for operations that must not be repeated.</summary>
    public string? WhenOutcomeUnknown { get; init; }

    /// <summary>Maps exceptions whose meaning depends on the operation; returns <see langword="null"/> for those that <see cref="CognitoErrorMap"/> maps.</summary>
    public Func<AmazonCognitoIdentityProviderException, AuthError?> Reading { get; init; } = _ => null;

    /// <summary>The JSON member of this API's request that holds the password.</summary>
    public string PasswordMember { get; init; } = "password";
}
