using System.Net;
using System.Text.Json;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>
/// Cognito, or something in front of it, returned an error. <c>ErrorCode</c> is the name of the error, null when the response has none
/// (for example a load balancer's HTML page); <c>StatusCode</c> is the HTTP status.
/// </summary>
public class AmazonCognitoIdentityProviderException : AmazonServiceException
{
    /// <inheritdoc/>
    public AmazonCognitoIdentityProviderException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public AmazonCognitoIdentityProviderException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonCognitoIdentityProviderException(Exception innerException) : base(innerException.Message, innerException)
    {
    }

    /// <inheritdoc/>
    public AmazonCognitoIdentityProviderException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public AmazonCognitoIdentityProviderException(
        string message,
        Exception? innerException,
        ErrorType errorType,
        string? errorCode,
        string? requestId,
        HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <summary>Reads the other members of an error, from the start of its object.</summary>
    internal virtual void ReadMembers(ref Utf8JsonReader reader)
    {
    }
}
