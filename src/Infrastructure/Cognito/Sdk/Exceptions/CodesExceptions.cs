using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The code is wrong.</summary>
public class CodeMismatchException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public CodeMismatchException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public CodeMismatchException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public CodeMismatchException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public CodeMismatchException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public CodeMismatchException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The code has expired, or was used.</summary>
public class ExpiredCodeException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public ExpiredCodeException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public ExpiredCodeException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public ExpiredCodeException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public ExpiredCodeException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public ExpiredCodeException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The code could not be sent.</summary>
public class CodeDeliveryFailureException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public CodeDeliveryFailureException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public CodeDeliveryFailureException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public CodeDeliveryFailureException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public CodeDeliveryFailureException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public CodeDeliveryFailureException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The code of the authenticator app is wrong.</summary>
public class EnableSoftwareTokenMFAException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public EnableSoftwareTokenMFAException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public EnableSoftwareTokenMFAException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public EnableSoftwareTokenMFAException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public EnableSoftwareTokenMFAException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public EnableSoftwareTokenMFAException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>No second factor is set up.</summary>
public class MFAMethodNotFoundException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public MFAMethodNotFoundException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public MFAMethodNotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public MFAMethodNotFoundException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public MFAMethodNotFoundException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public MFAMethodNotFoundException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>No authenticator app is set up.</summary>
public class SoftwareTokenMFANotFoundException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public SoftwareTokenMFANotFoundException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public SoftwareTokenMFANotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public SoftwareTokenMFANotFoundException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public SoftwareTokenMFANotFoundException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public SoftwareTokenMFANotFoundException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
