using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

/// <summary>Whether an operation may be sent again (<c>docs/cognito.md#repeating-a-call</c>).</summary>
public enum RepeatClass
{
    /// <summary>No side effect, or the same one the second time.</summary>
    Harmless,

    /// <summary>Starts a sign-in.</summary>
    Login,

    /// <summary>Uses something up, rotates it or sends a message.</summary>
    Never,
}

/// <summary>A flow and the one operation that it sends to Cognito.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Class">Whether it may be sent again.</param>
/// <param name="Success">The flow's status on success.</param>
/// <param name="Prepare">Prepares the call, and returns it. The call can be made at another API over the same pool.</param>
public sealed record UpstreamFlow(string Operation, RepeatClass Class, int Success, Func<TestApi, Task<Func<TestApi, Task<ApiResponse>>>> Prepare)
{
    /// <summary>The flows, at least one of each retry class.</summary>
    public static IReadOnlyList<UpstreamFlow> All { get; } =
    [
        new("GetUser", RepeatClass.Harmless, 200, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Get("/v1/me", tokens.Access);
        }),
        new("RevokeToken", RepeatClass.Harmless, 204, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access);
        }),
        new("GlobalSignOut", RepeatClass.Harmless, 204, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Post("/v1/auth/sign-out", new { scope = "everywhere" }, tokens.Access);
        }),
        new("InitiateAuth", RepeatClass.Login, 200, api =>
        {
            var username = api.Cognito.Pool.Add();
            return Call(at => at.Post("/v1/auth/sign-in", new { username, password = Users.Password }));
        }),
        new("GetTokensFromRefreshToken", RepeatClass.Never, 200, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh });
        }),
        new("ForgotPassword", RepeatClass.Never, 202, api =>
        {
            var username = api.Cognito.Pool.Add();
            return Call(at => at.Post("/v1/auth/password/forgot", new { username }));
        }),
        new("ResendConfirmationCode", RepeatClass.Never, 202, api =>
        {
            var username = api.Cognito.Pool.Add(UserStatus.Unconfirmed);
            return Call(at => at.Post("/v1/auth/sign-up/resend-code", new { username }));
        }),
        new("SignUp", RepeatClass.Never, 202, api =>
        {
            var username = Users.NewName();
            return Call(at => at.Post("/v1/auth/sign-up", new { username, password = Users.Password, attributes = new { email = username } }));
        }),
        new("ConfirmSignUp", RepeatClass.Never, 200, async api =>
        {
            var username = api.Cognito.Pool.Add(UserStatus.Unconfirmed);
            await api.Post("/v1/auth/sign-up/resend-code", new { username });
            return at => at.Post("/v1/auth/sign-up/confirm", new { username, code = api.Cognito.Inbox.LatestCode(username) });
        }),
        new("ConfirmForgotPassword", RepeatClass.Never, 204, async api =>
        {
            var username = api.Cognito.Pool.Add();
            await api.Post("/v1/auth/password/forgot", new { username });
            return at => at.Post("/v1/auth/password/reset", new { username, code = api.Cognito.Inbox.LatestCode(username), newPassword = "Other-horse-1" });
        }),
        new("DeleteUser", RepeatClass.Harmless, 204, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Send(HttpMethod.Delete, "/v1/me", null, tokens.Access);
        }),
        new("AssociateSoftwareToken", RepeatClass.Harmless, 200, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Send(HttpMethod.Post, "/v1/me/mfa/totp", null, tokens.Access);
        }),
        new("ChangePassword", RepeatClass.Never, 204, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Post("/v1/auth/password/change", new { currentPassword = Users.Password, newPassword = "Other-horse-1" }, tokens.Access);
        }),
        new("UpdateUserAttributes", RepeatClass.Never, 200, async api =>
        {
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            return at => at.Send(HttpMethod.Patch, "/v1/me/attributes", new { attributes = new { email = Users.NewName() } }, tokens.Access);
        }),
    ];

    /// <inheritdoc/>
    public override string ToString() => Operation;

    private static Task<Func<TestApi, Task<ApiResponse>>> Call(Func<TestApi, Task<ApiResponse>> call) => Task.FromResult(call);
}
