namespace CognitoAuth.Application.Ports;

/// <summary>
/// The user pool: one member per Cognito operation. Each returns the specific error (<c>docs/errors.md</c>); the flow declares what of it is revealed.
/// Every member can fail with the <c>upstream_*</c> errors, and a member that must not be repeated with <c>outcome_unknown</c>.
/// </summary>
public interface ICognitoGateway
{
    // Registration

    /// <summary><c>SignUp</c>: creates an account and sends its code.</summary>
    Task<Result<SignUpOutcome>> SignUp(
        string username,
        Secret password,
        IReadOnlyDictionary<string, string>? attributes,
        IReadOnlyDictionary<string, string>? validationData,
        CancellationToken cancellationToken);

    /// <summary><c>ConfirmSignUp</c>: confirms an account with its code.</summary>
    /// <returns>The session with which the user can sign in at once, where the pool offers it.</returns>
    Task<Result<Secret?>> ConfirmSignUp(string username, Secret code, Secret? session, CancellationToken cancellationToken);

    /// <summary><c>ResendConfirmationCode</c>: sends an unconfirmed account a new code; the earlier one ends.</summary>
    Task<Result<CodeDelivery>> ResendConfirmationCode(string username, CancellationToken cancellationToken);

    // Sign-in

    /// <summary><c>InitiateAuth</c>, or <c>AdminInitiateAuth</c> where the pool takes passwords with IAM credentials: starts a sign-in.</summary>
    /// <param name="username">The name as the user typed it.</param>
    /// <param name="start">How it starts. The gateway chooses Cognito's flow by it.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    Task<Result<SignInOutcome>> StartSignIn(string username, SignInStart start, CancellationToken cancellationToken);

    /// <summary><c>RespondToAuthChallenge</c>, or <c>AdminRespondToAuthChallenge</c> for a sign-in that began with IAM credentials: answers a challenge.</summary>
    /// <param name="answered">The challenge and its answer.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns>How the step ended; <c>validation_failed</c> for raw responses that are the gateway's to give.</returns>
    Task<Result<SignInOutcome>> RespondToAuthChallenge(AnsweredChallenge answered, CancellationToken cancellationToken);

    // Sessions

    /// <summary><c>GetTokensFromRefreshToken</c>: new tokens for a refresh token, and a new refresh token where the client rotates them.</summary>
    /// <returns>The tokens; <see cref="AuthErrors.InvalidRefreshToken"/>; <see cref="AuthErrors.RefreshTokenReused"/>.</returns>
    Task<Result<TokenSet>> GetTokensFromRefreshToken(Secret refreshToken, string? deviceKey, CancellationToken cancellationToken);

    /// <summary><c>RevokeToken</c>: ends a refresh token and what was minted from it. Of a token that is dead already: success.</summary>
    Task<Result<Success>> RevokeToken(Secret refreshToken, CancellationToken cancellationToken);

    /// <summary><c>GlobalSignOut</c>: ends all of the user's sessions at Cognito. Of sessions that have ended already: success.</summary>
    /// <returns>When Cognito did so, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> GlobalSignOut(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>AdminUserGlobalSignOut</c> (IAM credentials): ends all of a user's sessions at Cognito.</summary>
    /// <returns>When Cognito did so, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> AdminUserGlobalSignOut(string username, CancellationToken cancellationToken);

    /// <summary><c>ListUserSessions</c>: the user's sessions, by pages.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="nextToken">From the page before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.NotEnabled"/> in pools that do not track sessions.</returns>
    Task<Result<UserSessionPage>> ListUserSessions(Secret accessToken, string? nextToken, CancellationToken cancellationToken);

    /// <summary><c>RevokeUserSession</c>: ends another session of the user. Its refresh token dies at once; its access tokens are refused at Cognito, and everywhere else at their expiry.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="sessionId">Cognito's id of the session.</param>
    /// <param name="cancellationToken">Does not stop the call: it changes something.</param>
    /// <returns><see cref="AuthErrors.NotFound"/> for a session that the user does not have; <see cref="AuthErrors.InvalidParameter"/> for the one of the token;
    /// <see cref="AuthErrors.NotEnabled"/> in pools that do not track sessions.</returns>
    Task<Result<Success>> RevokeUserSession(Secret accessToken, string sessionId, CancellationToken cancellationToken);

    // Passwords

    /// <summary><c>ForgotPassword</c>: sends a code with which the password can be reset.</summary>
    Task<Result<CodeDelivery>> ForgotPassword(string username, CancellationToken cancellationToken);

    /// <summary><c>ConfirmForgotPassword</c>: sets a new password with a code.</summary>
    Task<Result<Success>> ConfirmForgotPassword(string username, Secret code, Secret newPassword, CancellationToken cancellationToken);

    /// <summary><c>ChangePassword</c>: changes the password. Sessions live on.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="currentPassword"><see langword="null"/> for a user who has none.</param>
    /// <param name="newPassword">By the pool's policy.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns><see cref="AuthErrors.InvalidCredentials"/> when the current password is wrong.</returns>
    Task<Result<Success>> ChangePassword(Secret accessToken, Secret? currentPassword, Secret newPassword, CancellationToken cancellationToken);

    // The account

    /// <summary><c>GetUser</c>: the user that an access token speaks for.</summary>
    Task<Result<UserProfile>> GetUser(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>AdminGetUser</c> (IAM credentials): looks a user up by name.</summary>
    Task<Result<UserProfile>> AdminGetUser(string username, CancellationToken cancellationToken);

    /// <summary><c>UpdateUserAttributes</c>: changes attributes, all or none, and sends codes to addresses that are to be verified.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="attributes">Values by name; an empty one removes the attribute.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    Task<Result<IReadOnlyList<CodeDelivery>>> UpdateUserAttributes(
        Secret accessToken,
        IReadOnlyDictionary<string, string> attributes,
        CancellationToken cancellationToken);

    /// <summary><c>DeleteUserAttributes</c>: removes attributes, all or none.</summary>
    Task<Result<Success>> DeleteUserAttributes(Secret accessToken, IReadOnlyCollection<string> names, CancellationToken cancellationToken);

    /// <summary><c>GetUserAttributeVerificationCode</c>: sends a code to the user's e-mail address or phone number.</summary>
    Task<Result<CodeDelivery>> GetUserAttributeVerificationCode(Secret accessToken, string attribute, CancellationToken cancellationToken);

    /// <summary><c>VerifyUserAttribute</c>: proves with a code that the address or number is the user's.</summary>
    Task<Result<Success>> VerifyUserAttribute(Secret accessToken, string attribute, Secret code, CancellationToken cancellationToken);

    /// <summary><c>DeleteUser</c>: deletes the user that an access token speaks for. Of a user who is gone already: success.</summary>
    /// <returns>When Cognito did so, by Cognito's clock.</returns>
    Task<Result<DateTimeOffset>> DeleteUser(Secret accessToken, CancellationToken cancellationToken);

    // Second factors

    /// <summary><c>GetUserAuthFactors</c>: what the user can sign in with.</summary>
    Task<Result<UserFactors>> GetUserAuthFactors(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>SetUserMFAPreference</c>: turns second factors on or off, and says which is asked for first.</summary>
    /// <returns><see cref="AuthErrors.MfaNotConfigured"/> when a factor to turn on is not set up.</returns>
    Task<Result<Success>> SetUserMFAPreference(Secret accessToken, MfaPreferences preferences, CancellationToken cancellationToken);

    /// <summary><c>AssociateSoftwareToken</c>: makes a new TOTP secret. It replaces one that was not verified yet.</summary>
    Task<Result<TotpSecret>> AssociateSoftwareToken(TotpOwner owner, CancellationToken cancellationToken);

    /// <summary><c>VerifySoftwareToken</c>: registers the authenticator with a code of the new secret.</summary>
    /// <param name="owner">Who set it up.</param>
    /// <param name="code">6 digits.</param>
    /// <param name="deviceName">What the user calls the authenticator.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns>The session for the next step of a sign-in, <see langword="null"/> for a user who is signed in; <see cref="AuthErrors.CodeMismatch"/>.</returns>
    Task<Result<Secret?>> VerifySoftwareToken(TotpOwner owner, Secret code, string? deviceName, CancellationToken cancellationToken);

    // Passkeys

    /// <summary><c>StartWebAuthnRegistration</c>: makes the challenge of a new passkey. It replaces one that was not answered yet.</summary>
    /// <returns>WebAuthn's <c>PublicKeyCredentialCreationOptionsJSON</c>; <see cref="AuthErrors.NotEnabled"/> where the pool has no passkeys.</returns>
    Task<Result<JsonText>> StartWebAuthnRegistration(Secret accessToken, CancellationToken cancellationToken);

    /// <summary><c>CompleteWebAuthnRegistration</c>: registers the passkey that a browser made.</summary>
    /// <param name="accessToken">The user's, of the client that started the registration.</param>
    /// <param name="credential">WebAuthn's <c>RegistrationResponseJSON</c>.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns><see cref="AuthErrors.PasskeyRejected"/> for whatever is wrong with the passkey, its challenge or its origin.</returns>
    Task<Result<Success>> CompleteWebAuthnRegistration(Secret accessToken, JsonText credential, CancellationToken cancellationToken);

    /// <summary><c>ListWebAuthnCredentials</c>: the user's passkeys.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="limit">At most so many, 1 to 20; Cognito decides where it is left out.</param>
    /// <param name="nextToken">From the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<Result<PasskeyPage>> ListWebAuthnCredentials(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken);

    /// <summary><c>DeleteWebAuthnCredential</c>: deletes one of the user's passkeys.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> where the user has no such passkey.</returns>
    Task<Result<Success>> DeleteWebAuthnCredential(Secret accessToken, string id, CancellationToken cancellationToken);

    // Devices

    /// <summary><c>ConfirmDevice</c>: takes a device in that a sign-in gave keys to.</summary>
    /// <param name="accessToken">Of that sign-in.</param>
    /// <param name="deviceKey">The device.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="verifier">What proves its secret later.</param>
    /// <param name="cancellationToken">Not passed on once the call was sent.</param>
    /// <returns>Whether the user must be asked before it is remembered; <see cref="AuthErrors.Conflict"/> when it is confirmed already.</returns>
    Task<Result<bool>> ConfirmDevice(Secret accessToken, string deviceKey, string? name, DeviceSecretVerifier verifier, CancellationToken cancellationToken);

    /// <summary><c>GetDevice</c>: one of the user's confirmed devices.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Device>> GetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken);

    /// <summary><c>ListDevices</c>: the user's confirmed devices, by pages.</summary>
    /// <param name="accessToken">The user's.</param>
    /// <param name="limit">The longest page; <see langword="null"/> leaves it to Cognito.</param>
    /// <param name="nextToken">From the page before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<DevicePage>> ListDevices(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken);

    /// <summary><c>UpdateDeviceStatus</c>: says whether a device is remembered.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Success>> UpdateDeviceStatus(Secret accessToken, string deviceKey, bool remembered, CancellationToken cancellationToken);

    /// <summary><c>ForgetDevice</c>: forgets a device, and so ends its refresh tokens.</summary>
    /// <returns><see cref="AuthErrors.NotFound"/> for a key that is not the user's; <see cref="AuthErrors.NotEnabled"/> in pools that do not track devices.</returns>
    Task<Result<Success>> ForgetDevice(Secret accessToken, string deviceKey, CancellationToken cancellationToken);

    // Machines

    /// <summary><c>GetClientToken</c>: an access token for an app client itself, without a user.</summary>
    /// <param name="clientId">The app client.</param>
    /// <param name="clientSecret">Its secret.</param>
    /// <param name="scopes">What to ask for, <c>resource-server/scope</c>; without any, all that the client has.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see cref="AuthErrors.InvalidCredentials"/> for a wrong secret, and for a client that there is not or that is none of a machine's;
    /// <see cref="AuthErrors.InvalidParameter"/> for scopes that it does not have.</returns>
    Task<Result<MachineToken>> GetClientToken(
        string clientId, Secret clientSecret, IReadOnlyList<string>? scopes, CancellationToken cancellationToken);
}
