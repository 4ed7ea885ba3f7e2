using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>Throttled: too many requests to the account or pool. May be retried with backoff.</summary>
public class TooManyRequestsException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public TooManyRequestsException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public TooManyRequestsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public TooManyRequestsException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public TooManyRequestsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public TooManyRequestsException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Too many attempts for this user, for minutes to an hour. Never retry.</summary>
public class LimitExceededException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public LimitExceededException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public LimitExceededException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public LimitExceededException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public LimitExceededException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public LimitExceededException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Too many failed attempts at this action.</summary>
public class TooManyFailedAttemptsException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public TooManyFailedAttemptsException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public TooManyFailedAttemptsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public TooManyFailedAttemptsException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public TooManyFailedAttemptsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public TooManyFailedAttemptsException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
