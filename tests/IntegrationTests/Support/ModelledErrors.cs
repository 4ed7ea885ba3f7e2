namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The errors that Cognito's model (2016-04-18) lists for each operation that callers can send, directly or through this API.</summary>
public static class ModelledErrors
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["AdminGetUser"] = "InternalError InvalidParameter NotAuthorized OperationNotEnabled ResourceNotFound TooManyRequests UserNotFound",
        ["AdminInitiateAuth"] = "FeatureUnavailableInTier InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship InvalidUserPoolConfiguration MFAMethodNotFound NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UnexpectedLambda UnsupportedOperation UserLambdaValidation UserNotConfirmed UserNotFound",
        ["AdminRespondToAuthChallenge"] = "AliasExists CodeMismatch ExpiredCode InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidPassword InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship InvalidUserPoolConfiguration MFAMethodNotFound NotAuthorized OperationNotEnabled PasswordHistoryPolicyViolation PasswordResetRequired ResourceNotFound SoftwareTokenMFANotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound",
        ["AdminUserGlobalSignOut"] = "InternalError InvalidParameter NotAuthorized OperationNotEnabled ResourceNotFound TooManyRequests UserNotFound",
        ["AssociateSoftwareToken"] = "ConcurrentModification Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled ResourceNotFound SoftwareTokenMFANotFound",
        ["ChangePassword"] = "Forbidden InternalError InvalidParameter InvalidPassword LimitExceeded NotAuthorized OperationNotEnabled PasswordHistoryPolicyViolation PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["CompleteWebAuthnRegistration"] = "Forbidden InternalError InvalidParameter LimitExceeded NotAuthorized OperationNotEnabled PasswordResetRequired TooManyRequests WebAuthnChallengeNotFound WebAuthnClientMismatch WebAuthnCredentialNotSupported WebAuthnNotEnabled WebAuthnOriginNotAllowed WebAuthnRelyingPartyMismatch",
        ["ConfirmDevice"] = "DeviceKeyExists Forbidden InternalError InvalidLambdaResponse InvalidParameter InvalidPassword InvalidUserPoolConfiguration NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UsernameExists UserNotConfirmed UserNotFound",
        ["ConfirmForgotPassword"] = "CodeMismatch ExpiredCode Forbidden InternalError InvalidLambdaResponse InvalidParameter InvalidPassword LimitExceeded NotAuthorized OperationNotEnabled PasswordHistoryPolicyViolation ResourceNotFound TooManyFailedAttempts TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound",
        ["ConfirmSignUp"] = "AliasExists CodeMismatch ExpiredCode Forbidden InternalError InvalidLambdaResponse InvalidParameter LimitExceeded NotAuthorized OperationNotEnabled ResourceNotFound TooManyFailedAttempts TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound",
        ["DeleteUser"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["DeleteUserAttributes"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["DeleteWebAuthnCredential"] = "Forbidden InternalError InvalidParameter LimitExceeded NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests",
        ["ForgetDevice"] = "Forbidden InternalError InvalidParameter InvalidUserPoolConfiguration NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["ForgotPassword"] = "CodeDeliveryFailure Forbidden InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded NotAuthorized OperationNotEnabled ResourceNotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound",
        ["GetClientToken"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled ResourceNotFound TooManyRequests",
        ["GetDevice"] = "Forbidden InternalError InvalidParameter InvalidUserPoolConfiguration NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["GetTokensFromRefreshToken"] = "Forbidden InternalError InvalidLambdaResponse InvalidParameter NotAuthorized OperationNotEnabled RefreshTokenReuse ResourceNotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound",
        ["GetUser"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["GetUserAttributeVerificationCode"] = "CodeDeliveryFailure Forbidden InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound",
        ["GetUserAuthFactors"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["GlobalSignOut"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed",
        ["InitiateAuth"] = "FeatureUnavailableInTier Forbidden InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship InvalidUserPoolConfiguration NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UnexpectedLambda UnsupportedOperation UserLambdaValidation UserNotConfirmed UserNotFound",
        ["ListDevices"] = "Forbidden InternalError InvalidParameter InvalidUserPoolConfiguration NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["ListUserSessions"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["ListWebAuthnCredentials"] = "Forbidden InternalError InvalidParameter LimitExceeded NotAuthorized OperationNotEnabled PasswordResetRequired TooManyRequests",
        ["ResendConfirmationCode"] = "CodeDeliveryFailure Forbidden InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded NotAuthorized OperationNotEnabled ResourceNotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotFound",
        ["RespondToAuthChallenge"] = "AliasExists CodeMismatch ExpiredCode Forbidden InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidPassword InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship InvalidUserPoolConfiguration MFAMethodNotFound NotAuthorized OperationNotEnabled PasswordHistoryPolicyViolation PasswordResetRequired ResourceNotFound SoftwareTokenMFANotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound",
        ["RevokeToken"] = "Forbidden InternalError InvalidParameter OperationNotEnabled TooManyRequests Unauthorized UnsupportedOperation UnsupportedTokenType",
        ["RevokeUserSession"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["SetUserMFAPreference"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound UserNotConfirmed UserNotFound",
        ["SetUserSettings"] = "Forbidden InternalError InvalidParameter NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound UserNotConfirmed UserNotFound",
        ["SignUp"] = "CodeDeliveryFailure Forbidden InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidPassword InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship LimitExceeded NotAuthorized OperationNotEnabled ResourceNotFound TooManyRequests UnexpectedLambda UserLambdaValidation UsernameExists",
        ["StartWebAuthnRegistration"] = "Forbidden InternalError InvalidParameter LimitExceeded NotAuthorized OperationNotEnabled PasswordResetRequired TooManyRequests WebAuthnConfigurationMissing WebAuthnNotEnabled",
        ["UpdateAuthEventFeedback"] = "InternalError InvalidParameter NotAuthorized OperationNotEnabled ResourceNotFound TooManyRequests UserNotFound UserPoolAddOnNotEnabled",
        ["UpdateDeviceStatus"] = "Forbidden InternalError InvalidParameter InvalidUserPoolConfiguration NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["UpdateUserAttributes"] = "AliasExists CodeDeliveryFailure CodeMismatch ExpiredCode Forbidden InternalError InvalidEmailRoleAccessPolicy InvalidLambdaResponse InvalidParameter InvalidSmsRoleAccessPolicy InvalidSmsRoleTrustRelationship NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UnexpectedLambda UserLambdaValidation UserNotConfirmed UserNotFound",
        ["VerifySoftwareToken"] = "CodeMismatch EnableSoftwareTokenMFA Forbidden InternalError InvalidParameter InvalidUserPoolConfiguration NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound SoftwareTokenMFANotFound TooManyRequests UserNotConfirmed UserNotFound",
        ["VerifyUserAttribute"] = "AliasExists CodeMismatch ExpiredCode Forbidden InternalError InvalidParameter LimitExceeded NotAuthorized OperationNotEnabled PasswordResetRequired ResourceNotFound TooManyRequests UserNotConfirmed UserNotFound",
    };

    /// <summary>All names, as on the wire, without duplicates.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Names.Values.SelectMany(NamesOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The operations that can return an error.</summary>
    public static IEnumerable<string> OperationsWith(string error) => Names.Where(operation => NamesOf(operation.Value).Contains(error, StringComparer.Ordinal)).Select(operation => operation.Key);

    private static IEnumerable<string> NamesOf(string names) => names.Split(' ').Select(name => $"{name}Exception");
}
