using System.Net;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Internal;

/// <summary>The type of each modelled error, by its name on the wire; others are the base type with their <c>ErrorCode</c>.</summary>
internal static class ModelledExceptions
{
    // AWS JSON does not say whose fault an error is, and the official client leaves this value too.
    private const ErrorType Fault = ErrorType.Unknown;

    public static AmazonCognitoIdentityProviderException Create(
        string? code,
        string message,
        Exception? inner,
        string? id,
        HttpStatusCode status) => code switch
        {
            nameof(AliasExistsException) => new AliasExistsException(message, inner, Fault, code, id, status),
            nameof(CodeDeliveryFailureException) => new CodeDeliveryFailureException(message, inner, Fault, code, id, status),
            nameof(CodeMismatchException) => new CodeMismatchException(message, inner, Fault, code, id, status),
            nameof(ConcurrentModificationException) => new ConcurrentModificationException(message, inner, Fault, code, id, status),
            nameof(DeviceKeyExistsException) => new DeviceKeyExistsException(message, inner, Fault, code, id, status),
            nameof(EnableSoftwareTokenMFAException) => new EnableSoftwareTokenMFAException(message, inner, Fault, code, id, status),
            nameof(ExpiredCodeException) => new ExpiredCodeException(message, inner, Fault, code, id, status),
            nameof(FeatureUnavailableInTierException) => new FeatureUnavailableInTierException(message, inner, Fault, code, id, status),
            nameof(ForbiddenException) => new ForbiddenException(message, inner, Fault, code, id, status),
            nameof(GroupExistsException) => new GroupExistsException(message, inner, Fault, code, id, status),
            nameof(InternalErrorException) => new InternalErrorException(message, inner, Fault, code, id, status),
            nameof(InvalidEmailRoleAccessPolicyException) => new InvalidEmailRoleAccessPolicyException(message, inner, Fault, code, id, status),
            nameof(InvalidLambdaResponseException) => new InvalidLambdaResponseException(message, inner, Fault, code, id, status),
            nameof(InvalidOAuthFlowException) => new InvalidOAuthFlowException(message, inner, Fault, code, id, status),
            nameof(InvalidParameterException) => new InvalidParameterException(message, inner, Fault, code, id, status),
            nameof(InvalidPasswordException) => new InvalidPasswordException(message, inner, Fault, code, id, status),
            nameof(InvalidSmsRoleAccessPolicyException) => new InvalidSmsRoleAccessPolicyException(message, inner, Fault, code, id, status),
            nameof(InvalidSmsRoleTrustRelationshipException) => new InvalidSmsRoleTrustRelationshipException(message, inner, Fault, code, id, status),
            nameof(InvalidUserPoolConfigurationException) => new InvalidUserPoolConfigurationException(message, inner, Fault, code, id, status),
            nameof(LimitExceededException) => new LimitExceededException(message, inner, Fault, code, id, status),
            nameof(MFAMethodNotFoundException) => new MFAMethodNotFoundException(message, inner, Fault, code, id, status),
            nameof(NotAuthorizedException) => new NotAuthorizedException(message, inner, Fault, code, id, status),
            nameof(OperationNotEnabledException) => new OperationNotEnabledException(message, inner, Fault, code, id, status),
            nameof(PasswordHistoryPolicyViolationException) => new PasswordHistoryPolicyViolationException(message, inner, Fault, code, id, status),
            nameof(PasswordResetRequiredException) => new PasswordResetRequiredException(message, inner, Fault, code, id, status),
            nameof(PreconditionNotMetException) => new PreconditionNotMetException(message, inner, Fault, code, id, status),
            nameof(RefreshTokenReuseException) => new RefreshTokenReuseException(message, inner, Fault, code, id, status),
            nameof(ResourceNotFoundException) => new ResourceNotFoundException(message, inner, Fault, code, id, status),
            nameof(ScopeDoesNotExistException) => new ScopeDoesNotExistException(message, inner, Fault, code, id, status),
            nameof(SoftwareTokenMFANotFoundException) => new SoftwareTokenMFANotFoundException(message, inner, Fault, code, id, status),
            nameof(TierChangeNotAllowedException) => new TierChangeNotAllowedException(message, inner, Fault, code, id, status),
            nameof(TooManyFailedAttemptsException) => new TooManyFailedAttemptsException(message, inner, Fault, code, id, status),
            nameof(TooManyRequestsException) => new TooManyRequestsException(message, inner, Fault, code, id, status),
            nameof(UnauthorizedException) => new UnauthorizedException(message, inner, Fault, code, id, status),
            nameof(UnexpectedLambdaException) => new UnexpectedLambdaException(message, inner, Fault, code, id, status),
            nameof(UnsupportedOperationException) => new UnsupportedOperationException(message, inner, Fault, code, id, status),
            nameof(UnsupportedTokenTypeException) => new UnsupportedTokenTypeException(message, inner, Fault, code, id, status),
            nameof(UnsupportedUserStateException) => new UnsupportedUserStateException(message, inner, Fault, code, id, status),
            nameof(UserLambdaValidationException) => new UserLambdaValidationException(message, inner, Fault, code, id, status),
            nameof(UserNotConfirmedException) => new UserNotConfirmedException(message, inner, Fault, code, id, status),
            nameof(UserNotFoundException) => new UserNotFoundException(message, inner, Fault, code, id, status),
            nameof(UserPoolAddOnNotEnabledException) => new UserPoolAddOnNotEnabledException(message, inner, Fault, code, id, status),
            nameof(UserPoolTaggingException) => new UserPoolTaggingException(message, inner, Fault, code, id, status),
            nameof(UsernameExistsException) => new UsernameExistsException(message, inner, Fault, code, id, status),
            nameof(WebAuthnChallengeNotFoundException) => new WebAuthnChallengeNotFoundException(message, inner, Fault, code, id, status),
            nameof(WebAuthnClientMismatchException) => new WebAuthnClientMismatchException(message, inner, Fault, code, id, status),
            nameof(WebAuthnConfigurationMissingException) => new WebAuthnConfigurationMissingException(message, inner, Fault, code, id, status),
            nameof(WebAuthnCredentialNotSupportedException) => new WebAuthnCredentialNotSupportedException(message, inner, Fault, code, id, status),
            nameof(WebAuthnNotEnabledException) => new WebAuthnNotEnabledException(message, inner, Fault, code, id, status),
            nameof(WebAuthnOriginNotAllowedException) => new WebAuthnOriginNotAllowedException(message, inner, Fault, code, id, status),
            nameof(WebAuthnRelyingPartyMismatchException) => new WebAuthnRelyingPartyMismatchException(message, inner, Fault, code, id, status),
            _ => new AmazonCognitoIdentityProviderException(message, inner, Fault, code, id, status),
        };
}
