using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>A parameter is missing or not valid; the message says which.</summary>
public class InvalidParameterException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidParameterException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidParameterException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>The reason as a code, where Cognito gives one.</summary>
    public string? ReasonCode { get; set; }
}

/// <summary>The pool, the app client or another resource does not exist.</summary>
public class ResourceNotFoundException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public ResourceNotFoundException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ResourceNotFoundException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Two changes met; one of them was refused.</summary>
public class ConcurrentModificationException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public ConcurrentModificationException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public ConcurrentModificationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ConcurrentModificationException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ConcurrentModificationException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ConcurrentModificationException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>A precondition of the request does not hold.</summary>
public class PreconditionNotMetException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public PreconditionNotMetException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public PreconditionNotMetException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public PreconditionNotMetException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public PreconditionNotMetException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public PreconditionNotMetException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The pool does not support the operation.</summary>
public class UnsupportedOperationException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UnsupportedOperationException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UnsupportedOperationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UnsupportedOperationException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UnsupportedOperationException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UnsupportedOperationException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Cognito failed.</summary>
public class InternalErrorException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InternalErrorException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InternalErrorException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InternalErrorException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InternalErrorException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InternalErrorException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
