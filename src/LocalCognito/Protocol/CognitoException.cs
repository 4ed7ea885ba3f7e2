namespace CognitoAuth.LocalCognito.Protocol;

/// <summary>An error of Cognito: its type name and its message (<c>docs/cognito.md#errors</c>). Clients branch on both.</summary>
public sealed class CognitoException : Exception
{
    /// <param name="type">The modelled name, such as <c>NotAuthorizedException</c>.</param>
    /// <param name="message">Cognito's own text.</param>
    public CognitoException(string type, string message)
        : base(message) => Type = type;

    /// <summary>The error's name on the wire (<c>__type</c>).</summary>
    public string Type { get; }

    /// <summary>The caller is not authenticated, or is not allowed to do this.</summary>
    public static CognitoException NotAuthorized(string message) => new("NotAuthorizedException", message);

    /// <summary>Wrong user name or password, with the same message for both.</summary>
    public static CognitoException IncorrectCredentials() => NotAuthorized("Incorrect username or password.");

    /// <summary>The account was disabled by an administrator.</summary>
    public static CognitoException UserDisabled() => NotAuthorized("User is disabled.");

    /// <summary>The session does not exist, or belongs to another user, client or challenge.</summary>
    public static CognitoException InvalidSession() => NotAuthorized("Invalid session for the user.");

    /// <summary>A request whose members are invalid, or that does not fit the account's state.</summary>
    public static CognitoException InvalidParameter(string message) => new("InvalidParameterException", message);

    /// <summary>A required member of <c>AuthParameters</c> or <c>ChallengeResponses</c> is missing.</summary>
    public static CognitoException MissingParameter(string name) => InvalidParameter($"Missing required parameter {name}");

    /// <summary>The pool, the client or the group does not exist.</summary>
    public static CognitoException ResourceNotFound(string message) => new("ResourceNotFoundException", message);

    /// <summary>The user does not exist. Clients see this error only when existence errors are not prevented.</summary>
    public static CognitoException UserNotFound(string message = "User does not exist.") => new("UserNotFoundException", message);

    /// <summary>The account is not confirmed yet.</summary>
    public static CognitoException UserNotConfirmed() => new("UserNotConfirmedException", "User is not confirmed.");

    /// <summary>An administrator requires a new password.</summary>
    public static CognitoException PasswordResetRequired() => new("PasswordResetRequiredException", "Password reset required for the user");

    /// <summary>The user name, or the attribute that serves as user name, is taken.</summary>
    public static CognitoException UsernameExists(string message = "User already exists") => new("UsernameExistsException", message);

    /// <summary>The e-mail address or phone number is another account's verified alias.</summary>
    public static CognitoException AliasExists(string attribute) => new("AliasExistsException", $"An account with the {attribute} already exists.");

    /// <summary>The code differs from the one that was sent.</summary>
    public static CognitoException CodeMismatch() => new("CodeMismatchException", "Invalid verification code provided, please try again.");

    /// <summary>The code has expired, was used, or was never requested.</summary>
    public static CognitoException ExpiredCode() => new("ExpiredCodeException", "Invalid code provided, please request a code again.");

    /// <summary>The user reached the limit of attempts. The call succeeds only after a while; an immediate retry does not help.</summary>
    public static CognitoException LimitExceeded() => new("LimitExceededException", "Attempt limit exceeded, please try after some time.");

    /// <summary>Throttling: the same request succeeds a moment later.</summary>
    public static CognitoException TooManyRequests() => new("TooManyRequestsException", "Rate exceeded");

    /// <summary>A failure of Cognito, with status 500.</summary>
    public static CognitoException InternalError() => new("InternalErrorException", "Something went wrong");

    /// <summary>The password does not conform to the pool's policy.</summary>
    /// <param name="rule">The violated rule, with Cognito's text, such as <c>Password not long enough</c>.</param>
    public static CognitoException InvalidPassword(string rule) => new("InvalidPasswordException", $"Password did not conform with policy: {rule}");

    /// <summary>The body is not JSON, or a member has the wrong JSON type.</summary>
    public static CognitoException Serialization(string message) => new("SerializationException", message);

    /// <summary>The operation does not exist.</summary>
    public static CognitoException UnknownOperation() => new("UnknownOperationException", "");
}
