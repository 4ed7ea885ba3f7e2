using CognitoAuth.Application.Flows.Account;
using CognitoAuth.Application.Flows.Password;
using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Requests that are right in every member: a test names what matters to it.</summary>
internal static class Commands
{
    public const string Username = "jane@example.com";
    public const string Password = "Passw0rd!";

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

    private static Secret? Optional(string? value) => value is null ? null : new Secret(value);
}
