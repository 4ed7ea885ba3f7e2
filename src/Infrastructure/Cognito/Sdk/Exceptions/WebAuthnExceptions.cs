using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The passkey challenge has expired or was used.</summary>
public class WebAuthnChallengeNotFoundException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public WebAuthnChallengeNotFoundException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public WebAuthnChallengeNotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnChallengeNotFoundException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnChallengeNotFoundException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public WebAuthnChallengeNotFoundException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The passkey registration was started by another app client.</summary>
public class WebAuthnClientMismatchException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public WebAuthnClientMismatchException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public WebAuthnClientMismatchException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnClientMismatchException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnClientMismatchException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public WebAuthnClientMismatchException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The pool has no passkey configuration.</summary>
public class WebAuthnConfigurationMissingException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public WebAuthnConfigurationMissingException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public WebAuthnConfigurationMissingException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnConfigurationMissingException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnConfigurationMissingException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public WebAuthnConfigurationMissingException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The passkey is of a kind that Cognito does not support.</summary>
public class WebAuthnCredentialNotSupportedException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public WebAuthnCredentialNotSupportedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public WebAuthnCredentialNotSupportedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnCredentialNotSupportedException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnCredentialNotSupportedException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public WebAuthnCredentialNotSupportedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Passkeys are off.</summary>
public class WebAuthnNotEnabledException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public WebAuthnNotEnabledException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public WebAuthnNotEnabledException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnNotEnabledException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnNotEnabledException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public WebAuthnNotEnabledException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The origin of the passkey is not allowed.</summary>
public class WebAuthnOriginNotAllowedException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public WebAuthnOriginNotAllowedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public WebAuthnOriginNotAllowedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnOriginNotAllowedException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnOriginNotAllowedException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public WebAuthnOriginNotAllowedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The relying party of the passkey is another.</summary>
public class WebAuthnRelyingPartyMismatchException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public WebAuthnRelyingPartyMismatchException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public WebAuthnRelyingPartyMismatchException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnRelyingPartyMismatchException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public WebAuthnRelyingPartyMismatchException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public WebAuthnRelyingPartyMismatchException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
