using Amazon.CognitoIdentityProvider;
using CognitoAuth.Infrastructure.Cognito.Gateway;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>What the gateway must know of a Cognito operation beside its request.</summary>
/// <param name="RetryClass">When it may be sent again.</param>
/// <param name="Category">What Cognito counts it by.</param>
/// <param name="Refused">What a plain refusal, or one whose text is not known, means.</param>
internal sealed record CognitoOperation(RetryClass RetryClass, QuotaCategory Category, AuthError Refused)
{
    /// <summary>What a caller can do when nobody knows whether it happened: for operations that must not be repeated.</summary>
    public string? WhenOutcomeUnknown { get; init; }

    /// <summary>What refusals mean whose meaning depends on the operation; <see langword="null"/> for those that <see cref="CognitoErrorMap"/> reads.</summary>
    public Func<AmazonCognitoIdentityProviderException, AuthError?> Reading { get; init; } = _ => null;

    /// <summary>The JSON member that a refused password came in.</summary>
    public string PasswordMember { get; init; } = "password";
}
