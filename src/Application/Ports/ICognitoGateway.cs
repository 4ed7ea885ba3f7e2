namespace CognitoAuth.Application.Ports;

/// <summary>
/// The user pool: one member per Cognito operation. Each returns the specific error (<c>docs/errors.md</c>); the flow declares what may be revealed of it.
/// Every member can fail with the <c>upstream_*</c> errors, and a member that must not be repeated with <c>outcome_unknown</c>. Access tokens are the user's. A member that changes something does not
/// cancel its call once it was sent. A <c>nextToken</c> comes from the previous page; without a <c>limit</c>, Cognito chooses the page size.
/// </summary>
public interface ICognitoGateway
{
    // Registration

    /// <summary><c>SignUp</c>: creates an account and sends its code.</summary>
    Task<Result<SignUpOutcome>> SignUp(
        string username, Secret password, IReadOnlyDictionary<string, string>? attributes, IReadOnlyDictionary<string, string>? validationData, CancellationToken cancellationToken);

    /// <summary><c>ConfirmSignUp</c>: confirms an account with its code.</summary>
    /// <returns>The session with which the user can sign in immediately, if the pool offers it.</returns>
    Task<Result<Secret?>> ConfirmSignUp(string username, Secret code, Secret? session, CancellationToken cancellationToken);

    /// <summary><c>ResendConfirmationCode</c>: sends a new code for an unconfirmed account; the earlier code is no longer valid.</summary>
    Task<Result<CodeDelivery>> ResendConfirmationCode(string username, CancellationToken cancellationToken);

    // Sign-in

    /// <summary><c>InitiateAuth</c>, or <c>AdminInitiateAuth</c> if passwords are sent with IAM credentials: starts a sign-in with the username as the user typed it.</summary>
    Task<Result<SignInOutcome>> StartSignIn(string username, SignInStart start, CancellationToken cancellationToken);

    /// <summary><c>RespondToAuthChallenge</c>, or <c>AdminRespondToAuthChallenge</c> for a sign-in that began with IAM credentials: answers a challenge.</summary>
    /// <returns>How the step ended; <c>validation_failed</c> for raw responses that only the gateway may set.</returns>
    Task<Result<SignInOutcome>> RespondToAuthChallenge(AnsweredChallenge answered, CancellationToken cancellationToken);

    // Sessions

    /// <summary><c>GetTokensFromRefreshToken</c>: exchanges a refresh token for new tokens, including a new refresh token if the client rotates them.</summary>
    /// <returns>The tokens; <see cref="AuthErrors.InvalidRefreshToken"/>; <see cref="AuthErrors.RefreshTokenReused"/>.</returns>
    Task<Result<TokenSet>> GetTokensFromRefreshToken(Secret refreshToken, string? deviceKey, CancellationToken cancellationToken);

    /// <summary><c>RevokeToken</c>: revokes a refresh token and the tokens issued from it. Succeeds for a token that is already invalid.</summary>
    Task<Result<Success>> RevokeToken(Secret refreshToken, CancellationToken cancellationToken);

    /// <summary><c>GlobalSignOut</c>: ends all of the user's sessions at Cognito. Succeeds if they have already ended.</summary>
    /// <returns>The time of Cognito's response, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> GlobalSignOut(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>AdminUserGlobalSignOut</c> (IAM credentials): ends all of a user's sessions at Cognito.</summary>
    /// <returns>The time of Cognito's response, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> AdminUserGlobalSignOut(string username, CancellationToken cancellationToken);

    /// <summary><c>ListUserSessions</c>: a page of the user's sessions.</summary>
    /// <returns><see cref="AuthErrors.NotEnabled"/> in pools that do not track sessions.</returns>
    Task<Result<UserSessionPage>> ListUserSessions(Secret accessToken, string? nextToken, CancellationToken cancellationToken);

    /// <summary><c>RevokeUserSession</c>: ends another session of the user. Its refresh token becomes invalid immediately. Cognito refuses its access tokens; others accept them until they expire.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a session that the user does not have; <see cref="AuthErrors.InvalidParameter"/> for the session of the token itself;
    /// <see cref="AuthErrors.NotEnabled"/> in pools that do not track sessions.</returns>
    Task<Result<Success>> RevokeUserSession(Secret accessToken, string sessionId, CancellationToken cancellationToken);

    // Passwords

    /// <summary><c>ForgotPassword</c>: sends a code for a password reset.</summary>
    Task<Result<CodeDelivery>> ForgotPassword(string username, CancellationToken cancellationToken);

    /// <summary><c>ConfirmForgotPassword</c>: sets a new password with a code.</summary>
    Task<Result<Success>> ConfirmForgotPassword(string username, Secret code, Secret newPassword, CancellationToken cancellationToken);

    /// <summary><c>ChangePassword</c>: changes the password; sessions continue. The current password is <see langword="null"/> for a user who has none.</summary>
    /// <returns><see cref="AuthErrors.InvalidCredentials"/> if the current password is wrong.</returns>
    Task<Result<Success>> ChangePassword(Secret accessToken, Secret? currentPassword, Secret newPassword, CancellationToken cancellationToken);

    // The account

    /// <summary><c>GetUser</c>: the profile of the access token's user.</summary>
    Task<Result<UserProfile>> GetUser(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>AdminGetUser</c> (IAM credentials): looks a user up by name.</summary>
    Task<Result<UserProfile>> AdminGetUser(string username, CancellationToken cancellationToken);

    /// <summary><c>UpdateUserAttributes</c>: changes attributes, all or none, and sends codes to addresses that must be verified. An empty value removes the attribute.</summary>
    Task<Result<IReadOnlyList<CodeDelivery>>> UpdateUserAttributes(Secret accessToken, IReadOnlyDictionary<string, string> attributes, CancellationToken cancellationToken);

    /// <summary><c>DeleteUserAttributes</c>: removes attributes, all or none.</summary>
    Task<Result<Success>> DeleteUserAttributes(Secret accessToken, IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary><c>GetUserAttributeVerificationCode</c>: sends a code to the user's e-mail address or phone number.</summary>
    Task<Result<CodeDelivery>> GetUserAttributeVerificationCode(Secret accessToken, string attribute, CancellationToken cancellationToken);

    /// <summary><c>VerifyUserAttribute</c>: verifies the address or number with its code.</summary>
    Task<Result<Success>> VerifyUserAttribute(Secret accessToken, string attribute, Secret code, CancellationToken cancellationToken);

    /// <summary><c>DeleteUser</c>: deletes the access token's user. Succeeds if the user no longer exists.</summary>
    /// <returns>The time of Cognito's response, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> DeleteUser(Secret accessToken, CancellationToken cancellationToken);

    // Second factors

    /// <summary><c>GetUserAuthFactors</c>: the factors the user can sign in with.</summary>
    Task<Result<UserFactors>> GetUserAuthFactors(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>SetUserMFAPreference</c>: turns second factors on or off, and sets the preferred one.</summary>
    /// <returns><see cref="AuthErrors.MfaNotConfigured"/> if a factor to turn on is not set up.</returns>
    Task<Result<Success>> SetUserMFAPreference(Secret accessToken, MfaPreferences preferences, CancellationToken cancellationToken);

    /// <summary><c>AssociateSoftwareToken</c>: creates a new TOTP secret. It replaces one that was not yet verified.</summary>
    Task<Result<TotpSecret>> AssociateSoftwareToken(TotpOwner owner, CancellationToken cancellationToken);

    /// <summary><c>VerifySoftwareToken</c>: registers the authenticator with a code (6 digits) of the new secret. <c>deviceName</c> is the user's name for it.</summary>
    /// <returns>The session for the next step of a sign-in, <see langword="null"/> for a user who is signed in; <see cref="AuthErrors.CodeMismatch"/>.</returns>
    Task<Result<Secret?>> VerifySoftwareToken(TotpOwner owner, Secret code, string? deviceName, CancellationToken cancellationToken);

    // Passkeys

    /// <summary><c>StartWebAuthnRegistration</c>: creates the challenge of a new passkey. It replaces one that was not yet completed.</summary>
    /// <returns>WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>; <see cref="AuthErrors.NotEnabled"/> if the pool has no passkeys.</returns>
    Task<Result<JsonText>> StartWebAuthnRegistration(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>CompleteWebAuthnRegistration</c>: registers the passkey that a browser created: WebAuthn's <c>RegistrationResponseJSON</c>. The access token must be of the client that started the registration.</summary>
    /// <returns><see cref="AuthErrors.PasskeyRejected"/> for any fault of the passkey, its challenge or its origin.</returns>
    Task<Result<Success>> CompleteWebAuthnRegistration(Secret accessToken, JsonText credential, CancellationToken cancellationToken);

    /// <summary><c>ListWebAuthnCredentials</c>: a page of the user's passkeys; <c>limit</c> is 1 to 20.</summary>
    Task<Result<PasskeyPage>> ListWebAuthnCredentials(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken);

    /// <summary><c>DeleteWebAuthnCredential</c>: deletes one of the user's passkeys.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> if the user has no such passkey.</returns>
    Task<Result<Success>> DeleteWebAuthnCredential(Secret accessToken, string id, CancellationToken cancellationToken);

    // Devices

    /// <summary><c>ConfirmDevice</c>: confirms the device whose key a sign-in returned, with an access token of that sign-in and the SRP verifier of the device's secret. <c>name</c> is the user's.</summary>
    /// <returns>Whether the user must agree before it is remembered; <see cref="AuthErrors.Conflict"/> if it is already confirmed.</returns>
    Task<Result<bool>> ConfirmDevice(Secret accessToken, string deviceKey, string? name, DeviceSecretVerifier verifier, CancellationToken cancellationToken);

    /// <summary><c>GetDevice</c>: one of the user's confirmed devices.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Device>> GetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken);

    /// <summary><c>ListDevices</c>: a page of the user's confirmed devices.</summary>
    /// <returns><see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<DevicePage>> ListDevices(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken);

    /// <summary><c>UpdateDeviceStatus</c>: marks a device as remembered or not remembered.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Success>> UpdateDeviceStatus(Secret accessToken, string deviceKey, bool remembered, CancellationToken cancellationToken);

    /// <summary><c>ForgetDevice</c>: forgets a device, which ends its refresh tokens.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Success>> ForgetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken);

    // Machines

    /// <summary><c>GetClientToken</c>: issues an access token to an app client, without a user. Scopes have the form <c>resource-server/scope</c>; if none are given, all that the client has.</summary>
    /// <returns><see cref="AuthErrors.InvalidCredentials"/> for a wrong secret, and for a client that does not exist or is not for machines;
    /// <see cref="AuthErrors.InvalidParameter"/> for scopes that it does not have.</returns>
    Task<Result<MachineToken>> GetClientToken(string clientId, Secret clientSecret, IReadOnlyList<string>? scopes, CancellationToken cancellationToken);
}
