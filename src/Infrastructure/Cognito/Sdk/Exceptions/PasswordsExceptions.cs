using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The password does not meet the policy; the message says which rule.</summary>
public class InvalidPasswordException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidPasswordException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidPasswordException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidPasswordException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidPasswordException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidPasswordException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The password was used before.</summary>
public class PasswordHistoryPolicyViolationException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public PasswordHistoryPolicyViolationException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public PasswordHistoryPolicyViolationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public PasswordHistoryPolicyViolationException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public PasswordHistoryPolicyViolationException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public PasswordHistoryPolicyViolationException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The user must reset the password first.</summary>
public class PasswordResetRequiredException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public PasswordResetRequiredException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public PasswordResetRequiredException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public PasswordResetRequiredException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public PasswordResetRequiredException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public PasswordResetRequiredException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
