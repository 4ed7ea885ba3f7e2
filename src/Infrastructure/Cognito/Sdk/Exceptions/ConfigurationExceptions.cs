using System.Net;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The configuration of the pool is not valid.</summary>
public class InvalidUserPoolConfigurationException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidUserPoolConfigurationException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidUserPoolConfigurationException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidUserPoolConfigurationException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidUserPoolConfigurationException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidUserPoolConfigurationException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>Cognito may not send e-mail with the configured identity.</summary>
public class InvalidEmailRoleAccessPolicyException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidEmailRoleAccessPolicyException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidEmailRoleAccessPolicyException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidEmailRoleAccessPolicyException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidEmailRoleAccessPolicyException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidEmailRoleAccessPolicyException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The configured role may not send SMS.</summary>
public class InvalidSmsRoleAccessPolicyException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidSmsRoleAccessPolicyException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleAccessPolicyException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleAccessPolicyException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleAccessPolicyException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleAccessPolicyException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The role for SMS does not trust Cognito.</summary>
public class InvalidSmsRoleTrustRelationshipException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public InvalidSmsRoleTrustRelationshipException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleTrustRelationshipException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleTrustRelationshipException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleTrustRelationshipException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public InvalidSmsRoleTrustRelationshipException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The feature needs another feature plan.</summary>
public class FeatureUnavailableInTierException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public FeatureUnavailableInTierException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public FeatureUnavailableInTierException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public FeatureUnavailableInTierException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public FeatureUnavailableInTierException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public FeatureUnavailableInTierException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The feature plan cannot be changed so.</summary>
public class TierChangeNotAllowedException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public TierChangeNotAllowedException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public TierChangeNotAllowedException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public TierChangeNotAllowedException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public TierChangeNotAllowedException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public TierChangeNotAllowedException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The add-on of the pool is off.</summary>
public class UserPoolAddOnNotEnabledException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UserPoolAddOnNotEnabledException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UserPoolAddOnNotEnabledException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UserPoolAddOnNotEnabledException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UserPoolAddOnNotEnabledException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UserPoolAddOnNotEnabledException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}

/// <summary>The tags of the pool could not be set.</summary>
public class UserPoolTaggingException : AmazonCognitoIdentityProviderException
{
    /// <inheritdoc/>
    public UserPoolTaggingException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public UserPoolTaggingException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <inheritdoc/>
    public UserPoolTaggingException(Exception innerException) : base(innerException)
    {
    }

    /// <inheritdoc/>
    public UserPoolTaggingException(string message, Exception? innerException, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, innerException, errorType, errorCode, requestId, statusCode)
    {
    }

    /// <inheritdoc/>
    public UserPoolTaggingException(string message, ErrorType errorType, string? errorCode, string? requestId, HttpStatusCode statusCode) :
        base(message, errorType, errorCode, requestId, statusCode)
    {
    }
}
