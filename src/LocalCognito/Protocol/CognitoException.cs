namespace CognitoAuth.LocalCognito.Protocol;

/// <summary>A refusal, as Cognito words it: the error's type name and its message (<c>docs/cognito.md#errors</c>). Clients branch on both.</summary>
public sealed class CognitoException : Exception
{
    /// <param name="type">The modelled name, such as <c>NotAuthorizedException</c>.</param>
    /// <param name="message">Cognito's own text.</param>
    public CognitoException(string type, string message)
        : base(message) => Type = type;

    /// <summary>The error's name on the wire (<c>__type</c>).</summary>
    public string Type { get; }

    /// <summary>The caller is not who they say, or may not do this.</summary>
    public static CognitoException NotAuthorized(string message) => new("NotAuthorizedException", message);

    /// <summary>Wrong user name or password, told alike for both.</summary>
    public static CognitoException IncorrectCredentials() => NotAuthorized("Incorrect username or password.");

    /// <summary>The account was disabled by an administrator.</summary>
    public static CognitoException UserDisabled() => NotAuthorized("User is disabled.");

    /// <summary>The session is none, or another user's, client's or challenge's.</summary>
    public static CognitoException InvalidSession() => NotAuthorized("Invalid session for the user.");

    /// <summary>A request that breaks a rule of its members or of the account's state.</summary>
    public static CognitoException InvalidParameter(string message) => new("InvalidParameterException", message);

    /// <summary>A member of <c>AuthParameters</c> or <c>ChallengeResponses</c> that the flow needs is absent.</summary>
    public static CognitoException MissingParameter(string name) => InvalidParameter($"Missing required parameter {name}");

    /// <summary>The pool, the client or the group is not there.</summary>
    public static CognitoException ResourceNotFound(string message) => new("ResourceNotFoundException", message);

    /// <summary>No such user; clients see it only where existence errors are not prevented.</summary>
    public static CognitoException UserNotFound(string message = "User does not exist.") => new("UserNotFoundException", message);

    /// <summary>The account waits for its confirmation.</summary>
    public static CognitoException UserNotConfirmed() => new("UserNotConfirmedException", "User is not confirmed.");

    /// <summary>An administrator asked for a new password.</summary>
    public static CognitoException PasswordResetRequired() => new("PasswordResetRequiredException", "Password reset required for the user");

    /// <summary>The user name, or the attribute that serves as one, is taken.</summary>
    public static CognitoException UsernameExists(string message = "User already exists") => new("UsernameExistsException", message);

    /// <summary>The e-mail address or phone number is another account's verified alias.</summary>
    public static CognitoException AliasExists(string attribute) => new("AliasExistsException", $"An account with the {attribute} already exists.");

    /// <summary>The code is not the one that was sent.</summary>
    public static CognitoException CodeMismatch() => new("CodeMismatchException", "Invalid verification code provided, please try again.");

    /// <summary>The code is too old, was used, or was never asked for.</summary>
    public static CognitoException ExpiredCode() => new("ExpiredCodeException", "Invalid code provided, please request a code again.");

    /// <summary>The user's own limit of attempts is reached; waiting helps, repeating does not.</summary>
    public static CognitoException LimitExceeded() => new("LimitExceededException", "Attempt limit exceeded, please try after some time.");

    /// <summary>Throttling: the same request works a moment later.</summary>
    public static CognitoException TooManyRequests() => new("TooManyRequestsException", "Rate exceeded");

    /// <summary>A failure on Cognito's side, answered with status 500.</summary>
    public static CognitoException InternalError() => new("InternalErrorException", "Something went wrong");

    /// <summary>The password breaks the pool's policy.</summary>
    /// <param name="rule">The unmet rule in Cognito's words, such as <c>Password not long enough</c>.</param>
    public static CognitoException InvalidPassword(string rule) => new("InvalidPasswordException", $"Password did not conform with policy: {rule}");

    /// <summary>The body is not JSON, or a member has the wrong JSON type.</summary>
    public static CognitoException Serialization(string message) => new("SerializationException", message);

    /// <summary>No operation of that name.</summary>
    public static CognitoException UnknownOperation() => new("UnknownOperationException", "");
}
