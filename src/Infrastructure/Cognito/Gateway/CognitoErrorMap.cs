using Amazon.CognitoIdentityProvider;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>
/// Maps Cognito's exceptions to errors of this API: by type, then by message where one type has several meanings (<c>docs/cognito.md#errors</c>). Never by HTTP status, which differs between captures
/// and model. Every modelled exception has a row; a test compares the table with the model.
/// </summary>
internal static class CognitoErrorMap
{
    private const string WrongPassword = "Incorrect username or password";
    private const string PolicyPrefix = "Password did not conform with policy: ";

    private static readonly AuthError AlreadyConfirmed = AuthErrors.Conflict with { Detail = "The account is already confirmed." };
    private static readonly AuthError CannotBeReset = AuthErrors.Conflict with { Detail = "The account's password cannot be reset in its current state." };

    /// <summary>The error for an exception.</summary>
    /// <param name="exception">The client's exception.</param>
    /// <param name="refused">The operation's error for a plain refusal, and for a text that is not known: the most conservative interpretation.</param>
    /// <param name="passwordMember">The JSON member of this API's request that holds the password.</param>
    public static AuthError Map(AmazonCognitoIdentityProviderException exception, AuthError refused, string passwordMember = "password")
    {
        var error = exception switch
        {
            NotAuthorizedException => NotAuthorized(exception.Message, refused),
            InvalidParameterException => InvalidParameter(exception.Message),
            InvalidPasswordException => WeakPassword(exception.Message, passwordMember),
            UserLambdaValidationException => Rejected(exception.Message),

            UserNotFoundException => refused,
            UserNotConfirmedException => AuthErrors.UserNotConfirmed,
            PasswordResetRequiredException => AuthErrors.PasswordResetRequired,
            UsernameExistsException => AuthErrors.UsernameTaken,
            AliasExistsException => AuthErrors.AliasTaken,
            CodeMismatchException => AuthErrors.CodeMismatch,
            EnableSoftwareTokenMFAException => AuthErrors.CodeMismatch,
            ExpiredCodeException => AuthErrors.CodeExpired,
            PasswordHistoryPolicyViolationException => AuthErrors.PasswordReused,
            RefreshTokenReuseException => AuthErrors.RefreshTokenReused,
            LimitExceededException => AuthErrors.AttemptsExceeded,
            TooManyFailedAttemptsException => AuthErrors.AttemptsExceeded,
            TooManyRequestsException => AuthErrors.UpstreamThrottled,
            ForbiddenException => AuthErrors.Blocked,
            ConcurrentModificationException => AuthErrors.Conflict,
            DeviceKeyExistsException => AuthErrors.Conflict,
            GroupExistsException => AuthErrors.Conflict,
            DuplicateProviderException => AuthErrors.Conflict,
            ManagedLoginBrandingExistsException => AuthErrors.Conflict,
            TermsExistsException => AuthErrors.Conflict,
            UserImportInProgressException => AuthErrors.Conflict,
            PreconditionNotMetException => AuthErrors.Conflict,
            UnsupportedUserStateException => AuthErrors.Conflict,
            UnsupportedTokenTypeException => AuthErrors.InvalidParameter,
            UnsupportedIdentityProviderException => AuthErrors.InvalidParameter,
            // Only RevokeToken: the token belongs to another client. Not "refused", which there would mean that it was revoked before.
            UnauthorizedException => AuthErrors.InvalidParameter,
            MFAMethodNotFoundException => AuthErrors.MfaNotConfigured,
            SoftwareTokenMFANotFoundException => AuthErrors.MfaNotConfigured,
            WebAuthnChallengeNotFoundException => AuthErrors.PasskeyRejected,
            WebAuthnClientMismatchException => AuthErrors.PasskeyRejected,
            WebAuthnCredentialNotSupportedException => AuthErrors.PasskeyRejected,
            WebAuthnOriginNotAllowedException => AuthErrors.PasskeyRejected,
            WebAuthnRelyingPartyMismatchException => AuthErrors.PasskeyRejected,
            WebAuthnNotEnabledException => AuthErrors.NotEnabled,
            WebAuthnConfigurationMissingException => AuthErrors.NotEnabled,
            FeatureUnavailableInTierException => AuthErrors.NotEnabled,
            OperationNotEnabledException => AuthErrors.NotEnabled,
            UnsupportedOperationException => AuthErrors.NotEnabled,
            UserPoolAddOnNotEnabledException => AuthErrors.NotEnabled,
            CodeDeliveryFailureException => AuthErrors.DeliveryFailed,
            UnexpectedLambdaException => AuthErrors.TriggerFailed,
            InvalidLambdaResponseException => AuthErrors.TriggerFailed,
            InternalErrorException => AuthErrors.UpstreamUnavailable,
            InternalServerException => AuthErrors.UpstreamUnavailable,
            // The pool or the client, which are settings; but sign-ins and refreshes can name a device that was forgotten.
            ResourceNotFoundException => IsForgottenDevice(exception) ? AuthErrors.NotFound : AuthErrors.Misconfigured,
            ScopeDoesNotExistException => AuthErrors.Misconfigured,
            InvalidOAuthFlowException => AuthErrors.Misconfigured,
            InvalidUserPoolConfigurationException => AuthErrors.Misconfigured,
            InvalidEmailRoleAccessPolicyException => AuthErrors.DeliveryFailed,
            InvalidSmsRoleAccessPolicyException => AuthErrors.DeliveryFailed,
            InvalidSmsRoleTrustRelationshipException => AuthErrors.DeliveryFailed,
            UserPoolTaggingException => AuthErrors.Misconfigured,
            AccessDeniedException => AuthErrors.Misconfigured,
            // A quota of the AWS account, not of a user's attempts.
            ServiceQuotaExceededException => AuthErrors.Misconfigured,
            TierChangeNotAllowedException => AuthErrors.Misconfigured,

            _ => Unmodelled(exception.ErrorCode, refused),
        };

        // For the log: the type, since the text could contain what the user typed.
        return error.Because(exception.GetType().Name);
    }

    /// <summary>Whether the table does not know the error, so that it got the most conservative interpretation.</summary>
    public static bool IsUnknown(AmazonCognitoIdentityProviderException exception)
    {
        var unknown = new AuthError("unknown", ErrorKind.BadUpstream, "");
        return exception switch
        {
            NotAuthorizedException => !Begins(exception.Message, WrongPassword) && ReferenceEquals(NotAuthorized(exception.Message, unknown), unknown),
            _ => exception.GetType() == typeof(AmazonCognitoIdentityProviderException) && ReferenceEquals(Unmodelled(exception.ErrorCode, unknown), unknown),
        };
    }

    /// <summary>Whether Cognito refused the client's secret, so that the next configured one may be right.</summary>
    public static bool IsRefusedSecret(AmazonCognitoIdentityProviderException exception) =>
        // RevokeToken has no separate error for it, and another secret does no harm to a token of another client.
        exception is UnauthorizedException || (exception is NotAuthorizedException && NotAuthorized(exception.Message, AuthErrors.InvalidCredentials).Is(AuthErrors.Misconfigured));

    /// <summary>Whether the access token was revoked by a sign-out.</summary>
    public static bool IsRevokedAccessToken(AmazonCognitoIdentityProviderException exception) => exception is NotAuthorizedException && Begins(exception.Message, "Access Token has been revoked");

    /// <summary>Whether Cognito refused the key of a device that the user does not have, or has forgotten.</summary>
    public static bool IsForgottenDevice(AmazonCognitoIdentityProviderException exception) => exception is ResourceNotFoundException && Begins(exception.Message, "Device does not exist");

    private static AuthError NotAuthorized(string message, AuthError refused) => message switch
    {
        _ when Begins(message, WrongPassword) => refused,
        _ when Begins(message, "Password attempts exceeded") => AuthErrors.AttemptsExceeded,
        _ when Begins(message, "User is disabled") => AuthErrors.UserDisabled,
        _ when Begins(message, "User cannot be confirmed. Current status is CONFIRMED") => AlreadyConfirmed,
        _ when Begins(message, "Invalid session for the user") => AuthErrors.InvalidSession,
        _ when Begins(message, "Temporary password has expired") => AuthErrors.PasswordResetRequired,
        _ when Begins(message, "User password cannot be reset in the current state") => CannotBeReset,
        _ when Begins(message, "Access Token does not have required scopes") => AuthErrors.Forbidden,
        _ when Begins(message, "Access Token has expired") => AuthErrors.InvalidToken,
        _ when Begins(message, "Access Token has been revoked") => AuthErrors.InvalidToken,
        _ when Begins(message, "Invalid Access Token") => AuthErrors.InvalidToken,
        _ when Begins(message, "Could not verify signature for Access Token") => AuthErrors.InvalidToken,
        _ when Begins(message, "Refresh Token has been revoked") => AuthErrors.InvalidRefreshToken,
        _ when Begins(message, "Refresh Token has expired") => AuthErrors.InvalidRefreshToken,
        _ when Begins(message, "Invalid Refresh Token") => AuthErrors.InvalidRefreshToken,
        _ when Begins(message, "Unable to verify secret hash for client") => AuthErrors.Misconfigured,
        _ when Begins(message, "SecretHash does not match for the client") => AuthErrors.Misconfigured,
        _ when Begins(message, "Client ") && message.Contains(" is configured with secret but SECRET_HASH was not received", StringComparison.Ordinal) => AuthErrors.Misconfigured,
        _ when Begins(message, "A client attempted to write unauthorized attribute") => AuthErrors.InvalidParameter,
        _ when Begins(message, "SignUp is not permitted for this user pool") => AuthErrors.NotEnabled,
        _ => refused,
    };

    private static AuthError InvalidParameter(string message) => message switch
    {
        _ when message.Contains("flow not enabled for this client", StringComparison.Ordinal) => AuthErrors.NotEnabled,
        _ when Begins(message, "Custom auth lambda trigger is not configured") => AuthErrors.NotEnabled,
        _ when Begins(message, "User is already confirmed") => AlreadyConfirmed,
        _ when Begins(message, "Cannot reset password for the user as there is no registered/verified") => CannotBeReset,
        _ when Begins(message, "User does not have delivery config set to turn on") => AuthErrors.MfaNotConfigured,
        _ when Begins(message, "User has not verified software token mfa") => AuthErrors.MfaNotConfigured,
        _ when Begins(message, "User has not set up software token mfa") => AuthErrors.MfaNotConfigured,
        _ => AuthErrors.InvalidParameter,
    };

    private static AuthError WeakPassword(string message, string member) => AuthErrors.InvalidPassword with
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { [member] = [UnmetRule(message)] },
    };

    private static string UnmetRule(string message) => (Begins(message, PolicyPrefix) ? message[PolicyPrefix.Length..] : message) switch
    {
        "Password not long enough" => "It is not long enough.",
        "Password must have uppercase characters" => "It must have an upper-case letter.",
        "Password must have lowercase characters" => "It must have a lower-case letter.",
        "Password must have numeric characters" => "It must have a digit.",
        "Password must have symbol characters" => "It must have a symbol.",
        _ => "It does not meet the user pool's password policy.",
    };

    // "{Trigger} failed with error {text}.": the only text of Cognito that is passed on, since the team's own trigger wrote it for its users.
    private static AuthError Rejected(string message)
    {
        const string Marker = " failed with error ";
        var start = message.IndexOf(Marker, StringComparison.Ordinal);
        var text = (start < 0 ? message : message[(start + Marker.Length)..]).Trim();
        return text.Length == 0 ? AuthErrors.RejectedByTrigger : AuthErrors.RejectedByTrigger with { Detail = text };
    }

    private static AuthError Unmodelled(string? code, AuthError refused) => code switch
    {
        "ThrottlingException" or "Throttling" => AuthErrors.UpstreamThrottled,
        "ServiceUnavailable" or "ServiceUnavailableException" or "InternalFailure" => AuthErrors.UpstreamUnavailable,
        "UnrecognizedClientException" or "InvalidSignatureException" or "IncompleteSignature" or "MissingAuthenticationToken" or "MissingAuthenticationTokenException"
            or "ExpiredTokenException" or "RequestExpired" or "UnknownOperationException" => AuthErrors.Misconfigured,
        "SerializationException" or "ValidationException" => AuthErrors.InvalidParameter,
        // No code at all: not a response from Cognito.
        null or "" => AuthErrors.UpstreamInvalid,
        _ => refused,
    };

    private static bool Begins(string message, string prefix) => message.StartsWith(prefix, StringComparison.Ordinal);
}
