using CognitoAuth.Domain;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Who calls a protected flow. One per scope; set by <see cref="AccessTokenBehavior{TRequest,TResponse}"/>.</summary>
public sealed class Caller
{
    private VerifiedToken? _token;

    /// <summary>The verified access token.</summary>
    /// <exception cref="InvalidOperationException">The flow is not an <see cref="IProtectedFlow{T}"/>.</exception>
    public VerifiedToken Token
    {
        get => _token ?? throw new InvalidOperationException("Only the handler of a protected flow has a caller.");
        internal set => _token = value;
    }
}
