using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The caller is not authorized; a dozen reasons that only the message tells apart.</summary>
public class NotAuthorizedException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public NotAuthorizedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public NotAuthorizedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public NotAuthorizedException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public NotAuthorizedException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public NotAuthorizedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>A web application firewall refused the request.</summary>
public class ForbiddenException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public ForbiddenException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public ForbiddenException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ForbiddenException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ForbiddenException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ForbiddenException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The app client may not revoke this token.</summary>
public class UnauthorizedException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UnauthorizedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UnauthorizedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UnauthorizedException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UnauthorizedException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UnauthorizedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The operation is switched off, or not served by this replica region.</summary>
public class OperationNotEnabledException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public OperationNotEnabledException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public OperationNotEnabledException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public OperationNotEnabledException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public OperationNotEnabledException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public OperationNotEnabledException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>A refresh token was used again after rotation.</summary>
public class RefreshTokenReuseException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public RefreshTokenReuseException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public RefreshTokenReuseException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public RefreshTokenReuseException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public RefreshTokenReuseException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public RefreshTokenReuseException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The token is not a refresh token.</summary>
public class UnsupportedTokenTypeException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UnsupportedTokenTypeException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UnsupportedTokenTypeException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UnsupportedTokenTypeException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UnsupportedTokenTypeException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UnsupportedTokenTypeException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The scope does not exist.</summary>
public class ScopeDoesNotExistException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public ScopeDoesNotExistException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public ScopeDoesNotExistException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ScopeDoesNotExistException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ScopeDoesNotExistException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ScopeDoesNotExistException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The OAuth flow is not valid for the client.</summary>
public class InvalidOAuthFlowException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidOAuthFlowException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidOAuthFlowException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidOAuthFlowException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidOAuthFlowException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidOAuthFlowException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
