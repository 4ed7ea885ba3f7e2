namespace CognitoAuth.IntegrationTests.Support;

/// <summary>A call of the API that makes it send an operation to Cognito. The response of Cognito does not matter.</summary>
/// <param name="Endpoint">The endpoint as in <c>docs/endpoints.md</c>: <c>POST /v1/me/devices/{key}/confirm</c>.</param>
/// <param name="Send">Prepares and makes the call.</param>
public sealed record OperationCall(string Endpoint, Func<TestApi, Task<ApiResponse>> Send)
{
    /// <summary>The one machine client that the API must know.</summary>
    public const string MachineClientId = "machine";

    private const string Session = "a-session-that-nobody-ever-gave-out";

    /// <summary>One call for each of Cognito's operations for users.</summary>
    public static IReadOnlyDictionary<string, OperationCall> All { get; } = new Dictionary<string, OperationCall>(StringComparer.Ordinal)
    {
        ["SignUp"] = Public("POST /v1/auth/sign-up", () => new { username = Users.NewName(), password = Users.Password, attributes = new { email = "jane@example.com" } }),
        ["ConfirmSignUp"] = Public("POST /v1/auth/sign-up/confirm", () => new { username = Users.NewName(), code = "123456" }),
        ["ResendConfirmationCode"] = Public("POST /v1/auth/sign-up/resend-code", () => new { username = Users.NewName() }),
        ["InitiateAuth"] = Public("POST /v1/auth/sign-in", () => new { username = Users.NewName(), password = Users.Password }),
        ["RespondToAuthChallenge"] = Public("POST /v1/auth/sign-in/challenge", () => new { name = "EMAIL_OTP", session = Session, username = Users.NewName(), code = "123456" }),
        ["AssociateSoftwareToken"] = Public("POST /v1/auth/sign-in/totp", () => new { session = Session, username = Users.NewName() }),
        ["VerifySoftwareToken"] = Public("POST /v1/auth/sign-in/totp/verify", () => new { session = Session, code = "123456" }),
        ["GetTokensFromRefreshToken"] = Public("POST /v1/auth/token/refresh", () => new { refreshToken = "a-refresh-token" }),
        ["RevokeToken"] = OfUser("POST /v1/auth/sign-out", new { refreshToken = "a-refresh-token" }),
        ["GlobalSignOut"] = OfUser("POST /v1/auth/sign-out", new { scope = "everywhere" }),
        ["ForgotPassword"] = Public("POST /v1/auth/password/forgot", () => new { username = Users.NewName() }),
        ["ConfirmForgotPassword"] = Public("POST /v1/auth/password/reset", () => new { username = Users.NewName(), code = "123456", newPassword = Users.Password }),
        ["ChangePassword"] = OfUser("POST /v1/auth/password/change", new { currentPassword = Users.Password, newPassword = "Another-horse-2" }),
        ["GetUser"] = OfUser("GET /v1/me"),
        ["UpdateUserAttributes"] = OfUser("PATCH /v1/me/attributes", new { attributes = new { name = "Jane" } }),
        ["DeleteUserAttributes"] = OfUser("PATCH /v1/me/attributes", new { attributes = new { name = (string?)null } }),
        ["GetUserAttributeVerificationCode"] = OfUser("POST /v1/me/attributes/{name}/send-code"),
        ["VerifyUserAttribute"] = OfUser("POST /v1/me/attributes/{name}/verify", new { code = "123456" }),
        ["DeleteUser"] = OfUser("DELETE /v1/me"),
        ["GetUserAuthFactors"] = OfUser("GET /v1/me/factors"),
        ["SetUserMFAPreference"] = OfUser("PUT /v1/me/mfa", new { totp = new { enabled = false } }),
        ["ConfirmDevice"] = OfUser("POST /v1/me/devices/{key}/confirm", new { secretVerifier = new { salt = "AAAA", passwordVerifier = "AAAA" } }),
        ["ListDevices"] = OfUser("GET /v1/me/devices"),
        ["GetDevice"] = OfUser("GET /v1/me/devices/{key}"),
        ["UpdateDeviceStatus"] = OfUser("PUT /v1/me/devices/{key}", new { remembered = true }),
        ["ForgetDevice"] = OfUser("DELETE /v1/me/devices/{key}"),
        ["ListUserSessions"] = OfUser("GET /v1/me/sessions"),
        ["RevokeUserSession"] = OfUser("DELETE /v1/me/sessions/{id}"),
        ["GetClientToken"] = Public("POST /v1/auth/client-token", () => new { clientId = MachineClientId, clientSecret = "a-secret" }),
        ["StartWebAuthnRegistration"] = OfUser("POST /v1/me/passkeys/start"),
        ["CompleteWebAuthnRegistration"] = OfUser("POST /v1/me/passkeys/complete", new { credential = new { id = "AAAA" } }),
        ["ListWebAuthnCredentials"] = OfUser("GET /v1/me/passkeys"),
        ["DeleteWebAuthnCredential"] = OfUser("DELETE /v1/me/passkeys/{id}"),
    };

    private static OperationCall Public(string endpoint, Func<object> body) => new(endpoint, api => Request(api, endpoint, body(), bearer: null));

    private static OperationCall OfUser(string endpoint, object? body = null) => new(endpoint, async api => await Request(api, endpoint, body, (await api.SignIn(api.Cognito.Pool.Add())).Access));

    private static Task<ApiResponse> Request(TestApi api, string endpoint, object? body, string? bearer)
    {
        var path = endpoint[(endpoint.IndexOf(' ', StringComparison.Ordinal) + 1)..]
            .Replace("{name}", "email", StringComparison.Ordinal).Replace("{key}", "us-east-1_0123", StringComparison.Ordinal).Replace("{id}", "tkn0", StringComparison.Ordinal);
        return api.Send(new HttpMethod(endpoint.Split(' ')[0]), path, body, bearer);
    }
}
