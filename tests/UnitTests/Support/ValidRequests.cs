using CognitoAuth.Application.Flows.Account;
using CognitoAuth.Application.Flows.Devices;
using CognitoAuth.Application.Flows.Machine;
using CognitoAuth.Application.Flows.Mfa;
using CognitoAuth.Application.Flows.Password;
using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Valid commands and queries. A test sets only the members that matter to it.</summary>
internal static class ValidRequests
{
    public const string Username = "jane@example.com";
    public const string Password = "Passw0rd!";
    public const string DeviceKey = "us-east-1_11111111-2222-3333-4444-555555555555";

    public static SignUpCommand SignUp(string username = Username, string password = Password, IReadOnlyDictionary<string, string>? attributes = null) =>
        new(username, new Secret(password)) { Attributes = attributes };

    public static ConfirmSignUpCommand ConfirmSignUp(string username = Username, string code = "123456", string? session = null) => new(username, new Secret(code)) { Session = Optional(session) };

    public static ResendCodeCommand ResendCode(string username = Username) => new(username);

    public static SignInCommand SignIn(string username = Username, string? password = Password, SignInMethod method = SignInMethod.Password) => new(username) { Password = Optional(password), Method = method };

    public static ForgotPasswordCommand ForgotPassword(string username = Username) => new(username);

    public static ResetPasswordCommand ResetPassword(string username = Username, string code = "123456", string newPassword = Password) => new(username, new Secret(code), new Secret(newPassword));

    public static RefreshTokensCommand RefreshTokens(string refreshToken = "refresh-1", string? deviceKey = null) => new(new Secret(refreshToken)) { DeviceKey = deviceKey };

    public static SignOutCommand SignOut(string? accessToken = null, string? refreshToken = null, SignOutScope scope = SignOutScope.Session) =>
        new(Optional(accessToken), Optional(refreshToken)) { Scope = scope };

    public static GetMeQuery GetMe(string accessToken = "access-1") => new(new Secret(accessToken));

    public static GetSessionQuery GetSession(string accessToken = "access-1") => new(new Secret(accessToken));

    public static VerifyAccessQuery VerifyAccess(string accessToken = "access-1", string[]? groups = null, string[]? scopes = null) => new(new Secret(accessToken), groups ?? [], scopes ?? []);

    public static ChangePasswordCommand ChangePassword(string accessToken = "access-1", string? currentPassword = Password, string newPassword = "N3w-Passw0rd", bool keepSessions = false) =>
        new(new Secret(accessToken), Optional(currentPassword), new Secret(newPassword)) { KeepSessions = keepSessions };

    public static UpdateAttributesCommand UpdateAttributes(params (string Name, string? Value)[] attributes) =>
        new(new Secret("access-1"), attributes.ToDictionary(attribute => attribute.Name, attribute => attribute.Value, StringComparer.Ordinal));

    public static SendAttributeCodeCommand SendAttributeCode(string name = "email") => new(new Secret("access-1"), name);

    public static VerifyAttributeCommand VerifyAttribute(string name = "email", string code = "123456") => new(new Secret("access-1"), name, new Secret(code));

    public static DeleteMeCommand DeleteMe(string accessToken = "access-1") => new(new Secret(accessToken));

    public static ListSessionsQuery ListSessions(string? nextToken = null) => new(new Secret("access-1")) { NextToken = nextToken };

    public static EndSessionCommand EndSession(string id = "tkn1") => new(new Secret("access-1"), id);

    public static GetClientTokenCommand GetClientToken(string clientId = "machine1", string clientSecret = "secret1", params string[] scopes) =>
        new(clientId, new Secret(clientSecret)) { Scopes = scopes.Length == 0 ? null : scopes };

    public static GetFactorsQuery GetFactors() => new(new Secret("access-1"));

    public static SetUpTotpCommand SetUpTotp() => new(new Secret("access-1"));

    public static VerifyTotpCommand VerifyTotp(string code = "123456", string? deviceName = null) => new(new Secret("access-1"), new Secret(code)) { DeviceName = deviceName };

    public static SetMfaPreferenceCommand SetMfaPreference(MfaPreferences preferences) => new(new Secret("access-1"), preferences);

    public static ConfirmDeviceCommand ConfirmDevice(string key = DeviceKey, string? name = null, DeviceSecretVerifier? verifier = null) =>
        new(new Secret("access-1"), key, verifier ?? new DeviceSecretVerifier(new Secret("c2FsdA=="), new Secret("dmVyaWZpZXI="))) { Name = name };

    public static ListDevicesQuery ListDevices(int? limit = null, string? nextToken = null) => new(new Secret("access-1")) { Limit = limit, NextToken = nextToken };

    public static GetDeviceQuery GetDevice(string key = DeviceKey) => new(new Secret("access-1"), key);

    public static UpdateDeviceCommand UpdateDevice(string key = DeviceKey, bool? remembered = true) => new(new Secret("access-1"), key, remembered);

    public static ForgetDeviceCommand ForgetDevice(string key = DeviceKey) => new(new Secret("access-1"), key);

    private static Secret? Optional(string? value) => value is null ? null : new Secret(value);
}
