namespace CognitoAuth.IntegrationTests.Support;

/// <summary>
/// One user's way through all flows, including failures. It checks every status. It keeps every secret that went over the wire, so that a test can search the logs for them. It runs over different pools.
/// </summary>
/// <param name="api">The API.</param>
/// <param name="codeOf">Returns the newest code that was sent to a user.</param>
public sealed class Journey(HttpClient api, Func<string, Task<string>> codeOf)
{
    // Characters that URLs, JSON and Base64 encode.
    private const string Password = "Erste&Wahl+7/\"x\"";
    private const string WrongPassword = "Falsche&Wahl+7/\"y\"";
    private const string ChangedPassword = "Dritte&Wahl+9/\"w\"";
    private const string NewPassword = "Zweite&Wahl+8/\"z\"";
    private const string WeakPassword = "schwach&kurz";
    private const string WrongCode = "wrong-code-c0ffee";
    private const string WrongSession = "wrong-session-of-twenty-characters-c0ffee";
    private const string WrongToken = "wrong-token-c0ffee";
    private const string Fingerprint = "fingerprint-of-a-device-c0ffee";
    private const string DeviceVerifier = "c2VjcmV0IG9mIGEgZGV2aWNlIGMwZmZlZQ==";

    private readonly List<string> _secrets = [Password, WrongPassword, ChangedPassword, NewPassword, WeakPassword, WrongCode, WrongSession, WrongToken, Fingerprint, DeviceVerifier];

    /// <summary>The user.</summary>
    public string Username { get; } = Users.NewName();

    /// <summary>All secrets so far: passwords, codes, tokens, sessions, the user context.</summary>
    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>Runs all steps.</summary>
    public async Task Run()
    {
        api.DefaultRequestHeaders.Remove("X-Cognito-User-Context");
        api.DefaultRequestHeaders.Add("X-Cognito-User-Context", Fingerprint);
        await Register();
        var tokens = await SignIn();
        await UseAccessToken(tokens.Access);
        tokens = await Refresh(tokens);
        await UseAccount(tokens.Access);
        await ResetPassword();
        await SignOut(tokens);
    }

    private async Task Register()
    {
        var attributes = new { email = Username };
        await Post(400, "/v1/auth/sign-up", new { username = Username, password = WeakPassword, attributes });
        await Post(202, "/v1/auth/sign-up", new { username = Username, password = Password, attributes });
        await Post(202, "/v1/auth/sign-up", new { username = Username, password = Password, attributes });
        await Post(202, "/v1/auth/sign-up/resend-code", new { username = Username });
        await Post(400, "/v1/auth/sign-up/confirm", new { username = Username, code = WrongCode, session = WrongSession });
        await Post(401, "/v1/auth/sign-in", new { username = Username, password = Password });
        await Post(200, "/v1/auth/sign-up/confirm", new { username = Username, code = await Code() });
        await Post(400, "/v1/auth/sign-up/confirm", new { username = Username, code = WrongCode });
    }

    private async Task<Tokens> SignIn()
    {
        await Post(401, "/v1/auth/sign-in", new { username = Username, password = WrongPassword });
        await Post(400, "/v1/auth/sign-in", new { username = 1, password = Password });
        await Post(400, "/v1/auth/sign-in", new { username = "two words", password = Password });
        return Keep(await Post(200, "/v1/auth/sign-in", new { username = Username, password = Password }));
    }

    private async Task UseAccessToken(string accessToken)
    {
        foreach (var path in new[] { "/v1/me", "/v1/auth/session", "/v1/auth/verify" })
        {
            await Get(200, path, accessToken);
            await Get(401, path, WrongToken);
            // A well-formed token of another pool.
            await Get(401, path, accessToken[..accessToken.LastIndexOf('.')] + ".AAAA");
        }

        await Get(403, "/v1/auth/verify?group=nobody", accessToken);
    }

    private async Task<Tokens> Refresh(Tokens tokens)
    {
        await Post(401, "/v1/auth/token/refresh", new { refreshToken = WrongToken });
        await Post(400, "/v1/auth/token/refresh", new { refreshToken = WrongPassword });
        var refreshed = Keep(await Post(200, "/v1/auth/token/refresh", new { refreshToken = tokens.Refresh }));
        return refreshed with { Refresh = refreshed.Refresh ?? tokens.Refresh };
    }

    private async Task UseAccount(string accessToken)
    {
        await Send(200, HttpMethod.Patch, "/v1/me/attributes", new { attributes = new { name = "Jane" } }, accessToken);
        await Send(202, HttpMethod.Post, "/v1/me/attributes/email/send-code", null, accessToken);
        await Post(400, "/v1/me/attributes/email/verify", new { code = WrongCode }, accessToken);
        await Post(204, "/v1/me/attributes/email/verify", new { code = await Code() }, accessToken);

        var setup = await Send(200, HttpMethod.Post, "/v1/me/mfa/totp", null, accessToken);
        var code = Authenticator.Scan(setup.Member("otpauthUri")!).Code();
        _secrets.AddRange([setup.Member("secret")!, code]);
        await Post(400, "/v1/me/mfa/totp/verify", new { code = WrongCode }, accessToken);
        await Post(204, "/v1/me/mfa/totp/verify", new { code }, accessToken);
        await Send(204, HttpMethod.Put, "/v1/me/mfa", new { totp = new { enabled = false } }, accessToken);
        await Get(200, "/v1/me/factors", accessToken);
        await Post(501, "/v1/me/devices/us-east-1_0/confirm", new { secretVerifier = new { salt = DeviceVerifier, passwordVerifier = DeviceVerifier } }, accessToken);

        await Post(401, "/v1/auth/password/change", new { currentPassword = WrongPassword, newPassword = ChangedPassword }, accessToken);
        await Post(204, "/v1/auth/password/change", new { currentPassword = Password, newPassword = ChangedPassword, keepSessions = true }, accessToken);
    }

    private async Task ResetPassword()
    {
        await Post(202, "/v1/auth/password/forgot", new { username = Username });
        await Post(400, "/v1/auth/password/reset", new { username = Username, code = WrongCode, newPassword = NewPassword });
        await Post(400, "/v1/auth/password/reset", new { username = Username, code = WrongCode, newPassword = WeakPassword });
        await Post(204, "/v1/auth/password/reset", new { username = Username, code = await Code(), newPassword = NewPassword });
        Keep(await Post(200, "/v1/auth/sign-in", new { username = Username, password = NewPassword }));
    }

    private async Task SignOut(Tokens tokens)
    {
        await Post(401, "/v1/auth/sign-out", new { }, WrongToken);
        await Post(204, "/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access);
        await Get(401, "/v1/me", tokens.Access);
        await Get(401, "/v1/auth/verify", tokens.Access);
        await Post(401, "/v1/auth/token/refresh", new { refreshToken = tokens.Refresh });
        await Post(204, "/v1/auth/sign-out", new { refreshToken = tokens.Refresh, scope = "everywhere" });
    }

    private async Task<string> Code()
    {
        var code = await codeOf(Username);
        _secrets.Add(code);
        return code;
    }

    private Tokens Keep(ApiResponse response)
    {
        var tokens = Tokens.Of(response.Json);
        foreach (var token in new[] { tokens.Access, tokens.Id, tokens.Refresh }.OfType<string>())
        {
            _secrets.Add(token);
            // Each part is a secret: the payload reveals the claims, the signature allows a forgery.
            _secrets.AddRange(token.Split('.').Skip(1).Where(part => part.Length > 0));
        }

        return tokens;
    }

    private async Task<ApiResponse> Post(int status, string path, object body, string? bearer = null) => Check(status, path, await api.Post(path, body, bearer));

    private async Task<ApiResponse> Send(int status, HttpMethod method, string path, object? body, string bearer) => Check(status, path, await api.Send(method, path, body, bearer));

    private async Task Get(int status, string path, string bearer) => Check(status, path, await api.Get(path, bearer));

    private static ApiResponse Check(int status, string path, ApiResponse response)
    {
        response.Status.ShouldBe(status, $"{path}: {response.Text}");
        return response;
    }
}
