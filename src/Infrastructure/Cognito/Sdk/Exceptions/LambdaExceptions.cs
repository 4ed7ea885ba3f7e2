using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>A trigger answered something that Cognito does not understand.</summary>
public class InvalidLambdaResponseException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidLambdaResponseException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidLambdaResponseException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidLambdaResponseException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidLambdaResponseException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidLambdaResponseException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>A trigger failed.</summary>
public class UnexpectedLambdaException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UnexpectedLambdaException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UnexpectedLambdaException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UnexpectedLambdaException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UnexpectedLambdaException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UnexpectedLambdaException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>A trigger refused the user; the message carries its text.</summary>
public class UserLambdaValidationException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UserLambdaValidationException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UserLambdaValidationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UserLambdaValidationException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UserLambdaValidationException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UserLambdaValidationException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
