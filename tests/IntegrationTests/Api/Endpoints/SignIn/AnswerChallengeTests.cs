using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Codes;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.SignIn;

public sealed class AnswerChallengeTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    private const string NewPassword = "Another-horse-2";

    public static TheoryData<bool> BothModes => [true, false];

    [Theory]
    [MemberData(nameof(BothModes))]
    public async Task A_user_replaces_a_temporary_password(bool isHidden)
    {
        var api = Api(isHidden);
        var name = api.Cognito.Pool.Add(UserStatus.ForceChangePassword);
        var challenge = await Start(api, name, "NEW_PASSWORD_REQUIRED");

        (await Answer(api, challenge, new { newPassword = "weak" })).ShouldBeProblem(400, "invalid_password").Json.GetProperty("errors").TryGetProperty("newPassword", out _).ShouldBeTrue();
        await ShouldBeSignedIn(api, await Answer(api, challenge, new { newPassword = NewPassword }));
        await api.SignIn(name, NewPassword);
    }

    [Theory]
    [MemberData(nameof(BothModes))]
    public async Task A_user_with_an_authenticator_app_is_asked_for_its_code(bool isHidden)
    {
        var api = Api(isHidden);
        var name = api.Cognito.Pool.Add();
        var secret = api.Cognito.Pool.AddSoftwareToken(name);
        var challenge = await Start(api, name, "SOFTWARE_TOKEN_MFA");

        (await Answer(api, challenge, new { code = "000000" })).ShouldBeProblem(400, "code_mismatch");
        var signedIn = await Answer(api, challenge, new { code = Totp.Code(secret, DateTimeOffset.UtcNow) });
        await ShouldBeSignedIn(api, signedIn);

        // The session is used up.
        (await Answer(api, challenge, new { code = Totp.Code(secret, DateTimeOffset.UtcNow) })).ShouldBeProblem(401, "invalid_session");
    }

    [Fact]
    public async Task A_new_password_an_authenticator_set_up_and_its_code_lead_to_tokens()
    {
        await using var api = TestApi.Start(pool => pool.Pool.MfaConfiguration = MfaConfiguration.On);
        var name = api.Cognito.Pool.Add(UserStatus.ForceChangePassword);
        var setUp = await Answer(api, await Start(api, name, "NEW_PASSWORD_REQUIRED"), new { newPassword = NewPassword });
        setUp.Member("challenge.name").ShouldBe("MFA_SETUP");
        setUp.Json.GetProperty("challenge").GetProperty("options")[0].GetString().ShouldBe("SOFTWARE_TOKEN_MFA");

        var totp = await api.Post("/v1/auth/sign-in/totp", new { session = setUp.Member("challenge.session"), username = name });
        totp.Status.ShouldBe(200, totp.Text);
        totp.Member("otpauthUri").ShouldBe($"otpauth://totp/CognitoAuth:{Uri.EscapeDataString(name)}?secret={totp.Member("secret")}&issuer=CognitoAuth");

        (await api.Post("/v1/auth/sign-in/totp/verify", new { session = totp.Member("session"), code = "000000" })).ShouldBeProblem(400, "code_mismatch");
        var verified = await api.Post("/v1/auth/sign-in/totp/verify", new { session = totp.Member("session"), code = Totp.Code(totp.Member("secret")!, DateTimeOffset.UtcNow), deviceName = "phone" });
        verified.Status.ShouldBe(200, verified.Text);

        await ShouldBeSignedIn(api, await api.Post("/v1/auth/sign-in/challenge", new { name = "MFA_SETUP", session = verified.Member("session"), username = name }));
        await Start(api, name, "SOFTWARE_TOKEN_MFA", NewPassword);
    }

    [Theory]
    [MemberData(nameof(BothModes))]
    public async Task A_code_by_email_signs_in_without_a_password(bool isHidden)
    {
        var api = Api(isHidden);
        var name = api.Cognito.Pool.Add();
        var challenge = await api.Post("/v1/auth/sign-in", new { username = name, method = "email_otp" });
        challenge.Member("challenge.name").ShouldBe("EMAIL_OTP", challenge.Text);
        challenge.Member("challenge.delivery.destination").ShouldBe("u***@e***");
        await ShouldBeSignedIn(api, await Answer(api, challenge, new { code = api.Cognito.Inbox.LatestCode(name) }));
    }

    [Theory]
    [MemberData(nameof(BothModes))]
    public async Task One_of_two_second_factors_is_chosen_and_its_code_comes_by_SMS(bool isHidden)
    {
        var api = Api(isHidden);
        var name = Users.NewName();
        api.Cognito.Pool.AddUser(name, Users.Password, attributes: new Dictionary<string, string> { ["email"] = name, ["phone_number"] = "+4915112345678" });
        api.Cognito.Pool.EnableMfa(name, "SMS_MFA", preferred: false);
        api.Cognito.Pool.AddSoftwareToken(name);

        var choice = await Start(api, name, "SELECT_MFA_TYPE");
        choice.Json.GetProperty("challenge").GetProperty("options").EnumerateArray().Select(option => option.GetString()).ShouldBe(["SMS_MFA", "SOFTWARE_TOKEN_MFA"], ignoreOrder: true);
        var sms = await Answer(api, choice, new { choice = "SMS_MFA" });
        sms.Member("challenge.name").ShouldBe("SMS_MFA", sms.Text);
        sms.Member("challenge.delivery.destination").ShouldBe("+*********5678");
        await ShouldBeSignedIn(api, await Answer(api, sms, new { code = api.Cognito.Inbox.LatestCode(name) }));
    }

    [Fact]
    public async Task A_choice_can_be_made_and_answered_in_one_call()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var challenge = await api.Post("/v1/auth/sign-in", new { username = name, method = "choice" });
        challenge.Member("challenge.name").ShouldBe("SELECT_CHALLENGE", challenge.Text);
        challenge.Json.GetProperty("challenge").GetProperty("options").EnumerateArray().Select(option => option.GetString()).ShouldContain("PASSWORD");

        (await Answer(api, challenge, new { choice = "PASSWORD", password = "Wrong-horse-1" })).ShouldBeProblem(401, "invalid_credentials");
        challenge = await api.Post("/v1/auth/sign-in", new { username = name, method = "choice" });
        await ShouldBeSignedIn(api, await Answer(api, challenge, new { choice = "PASSWORD", password = Users.Password }));
    }

    [Fact]
    public async Task A_confirmed_sign_up_signs_in_without_another_code()
    {
        // The response has the session only where existence is revealed.
        var api = revealed.Api;
        var name = Users.NewName();
        var signedUp = await api.Post("/v1/auth/sign-up", new { username = name, password = Users.Password, attributes = new { email = name } });
        var confirmed = await api.Post("/v1/auth/sign-up/confirm", new { username = name, code = api.Cognito.Inbox.LatestCode(name), session = signedUp.Member("session") });
        var session = confirmed.Member("session");
        await ShouldBeSignedIn(api, await api.Post("/v1/auth/sign-in", new { username = name, session }));
        (await api.Post("/v1/auth/sign-in", new { username = name, session })).ShouldBeProblem(401, "invalid_session");
    }

    [Fact]
    public async Task A_magic_link_of_the_pools_triggers_signs_in()
    {
        await using var api = TestApi.Start();
        var triggers = api.Cognito.Pool.Triggers;
        triggers.DefineAuthChallenge = request => request.Session is [.., { ChallengeResult: true }]
            ? new DefineAuthChallengeResponse { IssueTokens = true }
            : new DefineAuthChallengeResponse { ChallengeName = "CUSTOM_CHALLENGE" };
        triggers.CreateAuthChallenge = _ => new CreateAuthChallengeResponse
        {
            PublicChallengeParameters = new Dictionary<string, string> { ["hint"] = "look into your mail" },
            PrivateChallengeParameters = new Dictionary<string, string> { ["token"] = "the-token-of-the-link" },
        };
        triggers.VerifyAuthChallengeResponse = request => new VerifyAuthChallengeResponseResponse { AnswerCorrect = request.ChallengeAnswer == request.PrivateChallengeParameters["token"] };

        var name = api.Cognito.Pool.Add();
        var challenge = await api.Post("/v1/auth/sign-in", new { username = name, method = "custom" });
        challenge.Member("challenge.parameters.hint").ShouldBe("look into your mail", challenge.Text);
        await ShouldBeSignedIn(api, await Answer(api, challenge, new { answer = "the-token-of-the-link" }));
    }

    [Theory]
    [InlineData("USER_SRP_AUTH")]
    [InlineData("ADMIN_USER_PASSWORD_AUTH")]
    public async Task A_password_is_sent_to_Cognito_by_the_configured_flow(string flow)
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Cognito:PasswordFlow"] = flow });
        var name = api.Cognito.Pool.Add();
        for (var round = 0; round < 5; round++) await api.SignIn(name);
        (await api.Post("/v1/auth/sign-in", new { username = name, password = "Wrong-horse-1" })).ShouldBeProblem(401, "invalid_credentials");
        (await api.Post("/v1/auth/sign-in", new { username = Users.NewName(), password = Users.Password })).ShouldBeProblem(401, "invalid_credentials");

        // The next challenge follows as usual.
        var secret = api.Cognito.Pool.AddSoftwareToken(name);
        var challenge = await Start(api, name, "SOFTWARE_TOKEN_MFA");
        await ShouldBeSignedIn(api, await Answer(api, challenge, new { code = Totp.Code(secret, DateTimeOffset.UtcNow) }));
        api.Cognito.Requests.All.ShouldNotContain(request => request.Body.Contains("USER_PASSWORD_AUTH", StringComparison.Ordinal) && request.Operation == "InitiateAuth");
    }

    [Theory]
    [InlineData("EMAIL_OTP")]
    [InlineData("SOFTWARE_TOKEN_MFA")]
    [InlineData("SMS_MFA")]
    public async Task A_session_that_Cognito_did_not_issue_is_refused(string challenge) =>
        (await hidden.Api.Post("/v1/auth/sign-in/challenge", new { name = challenge, session = "a-session-that-was-never-issued", username = hidden.Api.Cognito.Pool.Add(), code = "123456" }))
            .ShouldBeProblem(401, "invalid_session");

    private TestApi Api(bool isHidden) => isHidden ? hidden.Api : revealed.Api;

    private static async Task<ApiResponse> Start(TestApi api, string username, string challenge, string password = Users.Password)
    {
        var response = await api.Post("/v1/auth/sign-in", new { username, password });
        response.Member("status").ShouldBe("challenge", response.Text);
        response.Member("challenge.name").ShouldBe(challenge);
        return response;
    }

    /// <summary>Answers a challenge with the name, session and username that it contains.</summary>
    private static Task<ApiResponse> Answer(TestApi api, ApiResponse challenge, object members)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(members)!.AsObject();
        body["name"] = challenge.Member("challenge.name");
        body["session"] = challenge.Member("challenge.session");
        body["username"] = challenge.Member("challenge.username");
        return api.Post("/v1/auth/sign-in/challenge", body);
    }

    private static async Task ShouldBeSignedIn(TestApi api, ApiResponse response)
    {
        response.Member("status").ShouldBe("signed_in", response.Text);
        (await api.Get("/v1/me", Tokens.Of(response.Json).Access)).Status.ShouldBe(200);
    }
}
