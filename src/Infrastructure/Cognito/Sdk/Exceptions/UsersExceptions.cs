using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The user does not exist.</summary>
public class UserNotFoundException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UserNotFoundException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UserNotFoundException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UserNotFoundException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UserNotFoundException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UserNotFoundException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The user has not confirmed the sign-up; said before the password is checked.</summary>
public class UserNotConfirmedException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UserNotConfirmedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UserNotConfirmedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UserNotConfirmedException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UserNotConfirmedException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UserNotConfirmedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The username is taken.</summary>
public class UsernameExistsException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UsernameExistsException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UsernameExistsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UsernameExistsException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UsernameExistsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UsernameExistsException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Another user has the e-mail address or telephone number as an alias.</summary>
public class AliasExistsException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public AliasExistsException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public AliasExistsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public AliasExistsException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public AliasExistsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public AliasExistsException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The pool has a group of that name.</summary>
public class GroupExistsException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public GroupExistsException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public GroupExistsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public GroupExistsException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public GroupExistsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public GroupExistsException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The device was confirmed before.</summary>
public class DeviceKeyExistsException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public DeviceKeyExistsException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public DeviceKeyExistsException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public DeviceKeyExistsException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public DeviceKeyExistsException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public DeviceKeyExistsException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The user is in a state that does not allow the operation.</summary>
public class UnsupportedUserStateException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UnsupportedUserStateException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UnsupportedUserStateException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UnsupportedUserStateException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UnsupportedUserStateException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UnsupportedUserStateException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
