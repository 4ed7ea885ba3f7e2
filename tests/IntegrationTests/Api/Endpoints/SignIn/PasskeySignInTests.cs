using System.Text.Json.Nodes;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.SignIn;

public sealed class PasskeySignInTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    public static TheoryData<string, Forgery> Lies => new()
    {
        { "another challenge", new Forgery { Challenge = "AAAA" } },
        { "a page of another site", new Forgery { Origin = "https://evil.example" } },
        { "another domain under signature", new Forgery { RelyingPartyId = "example.com" } },
        { "no touch of the device", new Forgery { FlagsLeftOut = 1 } },
        { "a broken signature", new Forgery { BreaksSignature = true } },
        { "a counter that went back", new Forgery { SignCount = 1 } },
        { "another user's handle", new Forgery { UserHandle = [1, 2, 3, 4] } },
        { "an unknown id", new Forgery { CredentialId = [1, 2, 3, 4] } },
    };

    [Theory]
    [InlineData(PasskeyAlgorithm.ES256)]
    [InlineData(PasskeyAlgorithm.RS256)]
    public async Task A_passkey_signs_in_without_a_password(PasskeyAlgorithm algorithm)
    {
        using var device = new PasskeyDevice(algorithm);
        var name = await UserWith(hidden.Api, device);

        var response = await hidden.Api.AnswerWithPasskey(await hidden.Api.StartPasskeySignIn(name), device);

        response.Status.ShouldBe(200, response.Text);
        (await hidden.Api.Get("/v1/me", Tokens.Of(response.Json).Access)).Member("username").ShouldBe(name);
    }

    [Fact]
    public async Task The_challenge_has_what_the_browser_needs_and_lists_no_passkeys()
    {
        using var device = new PasskeyDevice();

        var response = await hidden.Api.StartPasskeySignIn(await UserWith(hidden.Api, device));

        response.Member("challenge.name").ShouldBe("WEB_AUTHN");
        response.Headers["Cache-Control"].ShouldBe("no-store");
        response.Json.GetProperty("challenge").EnumerateObject().Select(member => member.Name).ShouldBe(["name", "session", "username", "credentialRequestOptions"]);
        var options = response.Json.GetProperty("challenge").GetProperty("credentialRequestOptions");
        options.EnumerateObject().Select(member => member.Name).ShouldBe(["challenge", "timeout", "rpId", "userVerification"]);
        (options.GetProperty("rpId").GetString(), options.GetProperty("timeout").GetInt32(), options.GetProperty("userVerification").GetString()).ShouldBe(("localhost", 180_000, "preferred"));
    }

    [Theory]
    [MemberData(nameof(Lies), DisableDiscoveryEnumeration = true)]
    public async Task An_answer_that_is_not_genuine_is_refused(string what, Forgery forgery)
    {
        using var device = new PasskeyDevice();
        var name = await UserWith(hidden.Api, device);
        (await hidden.Api.AnswerWithPasskey(await hidden.Api.StartPasskeySignIn(name), device)).Status.ShouldBe(200, what);
        var challenge = await hidden.Api.StartPasskeySignIn(name);

        (await hidden.Api.AnswerWithPasskey(challenge, device, forgery)).ShouldBeProblem(401, "invalid_credentials");
        (await hidden.Api.AnswerWithPasskey(challenge, device)).ShouldBeProblem(401, "invalid_credentials");
    }

    [Fact]
    public async Task An_answer_is_accepted_once_and_only_from_the_user_who_signs_in()
    {
        using var device = new PasskeyDevice();
        using var others = new PasskeyDevice();
        var name = await UserWith(hidden.Api, device);
        await UserWith(hidden.Api, others);
        var challenge = await hidden.Api.StartPasskeySignIn(name);
        var credential = device.Get(challenge.Json.GetProperty("challenge").GetProperty("credentialRequestOptions"));

        (await hidden.Api.AnswerWithPasskey(challenge, credential)).Status.ShouldBe(200);
        (await hidden.Api.AnswerWithPasskey(challenge, credential)).ShouldBeProblem(401, "invalid_credentials");
        (await hidden.Api.AnswerWithPasskey(await hidden.Api.StartPasskeySignIn(name), credential)).ShouldBeProblem(401, "invalid_credentials");
        (await hidden.Api.AnswerWithPasskey(await hidden.Api.StartPasskeySignIn(name), others)).ShouldBeProblem(401, "invalid_credentials");
    }

    [Fact]
    public async Task A_passkey_can_be_sent_with_the_choice_of_it()
    {
        using var device = new PasskeyDevice();
        var name = await UserWith(hidden.Api, device);

        var choice = await hidden.Api.Post("/v1/auth/sign-in", new { username = name, method = "choice" });

        choice.Member("challenge.name").ShouldBe("SELECT_CHALLENGE");
        choice.Json.GetProperty("challenge").GetProperty("options").EnumerateArray().Select(option => option.GetString()).ShouldContain("WEB_AUTHN");
        (await hidden.Api.AnswerWithPasskey(choice, device)).Member("status").ShouldBe("signed_in");
    }

    [Fact]
    public async Task The_choice_of_a_passkey_returns_its_challenge()
    {
        using var device = new PasskeyDevice();
        var name = await UserWith(hidden.Api, device);
        var choice = await hidden.Api.Post("/v1/auth/sign-in", new { username = name, method = "choice" });

        var chosen = await hidden.Api.Post("/v1/auth/sign-in/challenge", new
        {
            name = "SELECT_CHALLENGE",
            session = choice.Member("challenge.session"),
            username = choice.Member("challenge.username"),
            choice = "WEB_AUTHN",
        });

        chosen.Member("challenge.name").ShouldBe("WEB_AUTHN");
        (await hidden.Api.AnswerWithPasskey(chosen, device)).Member("status").ShouldBe("signed_in");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("no passkey")]
    [InlineData("unconfirmed")]
    [InlineData("disabled")]
    [InlineData("reset required")]
    [InlineData("second factor")]
    public async Task The_response_is_the_same_for_names_with_and_without_a_passkey(string other)
    {
        using var device = new PasskeyDevice();
        var pool = hidden.Api.Cognito.Pool;
        var name = other switch
        {
            "nobody" => Users.NewName(),
            "unconfirmed" => pool.Add(UserStatus.Unconfirmed),
            "disabled" => pool.Add(enabled: false),
            "reset required" => pool.Add(UserStatus.ResetRequired),
            _ => pool.Add(),
        };
        if (other == "second factor") pool.AddSoftwareToken(name);
        var withPasskey = await UserWith(hidden.Api, device);

        var expected = await hidden.Api.StartPasskeySignIn(withPasskey);
        var actual = await hidden.Api.StartPasskeySignIn(name);

        Shape(actual, name).ShouldBe(Shape(expected, withPasskey));
        // Answers reveal nothing either: a wrong answer of a user who has a passkey gets the same refusal as the others.
        var wrong = await hidden.Api.AnswerWithPasskey(expected, device, new Forgery { BreaksSignature = true });
        (await hidden.Api.AnswerWithPasskey(actual, device)).Fingerprint().ShouldBe(wrong.Fingerprint());
        (await hidden.Api.AnswerWithPasskey(actual, device.Get(expected.Json.GetProperty("challenge").GetProperty("credentialRequestOptions")))).Fingerprint().ShouldBe(wrong.Fingerprint());
    }

    [Fact]
    public async Task The_response_is_that_of_Cognito_where_existence_is_revealed()
    {
        using var device = new PasskeyDevice();
        var name = await UserWith(revealed.Api, device);

        var challenge = await revealed.Api.StartPasskeySignIn(name);
        challenge.Json.GetProperty("challenge").GetProperty("credentialRequestOptions").GetProperty("allowCredentials")[0].GetProperty("id").GetString().ShouldBe(device.Id);
        (await revealed.Api.AnswerWithPasskey(challenge, device)).Status.ShouldBe(200);

        (await revealed.Api.StartPasskeySignIn(Users.NewName())).Status.ShouldBe(401);
        (await revealed.Api.StartPasskeySignIn(revealed.Api.Cognito.Pool.Add())).Member("challenge.name").ShouldBe("SELECT_CHALLENGE");
        (await revealed.Api.StartPasskeySignIn(revealed.Api.Cognito.Pool.Add(enabled: false))).ShouldBeProblem(403, "user_disabled");
        (await revealed.Api.AnswerWithPasskey(challenge, device)).ShouldBeProblem(401, "invalid_session");
    }

    [Fact]
    public async Task Sign_in_with_a_passkey_is_off_for_every_name_without_a_relying_party()
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cognito:Passkeys:RelyingPartyId"] = "" });

        (await api.StartPasskeySignIn(Users.NewName())).ShouldBeProblem(501, "not_enabled");
        (await api.StartPasskeySignIn(api.Cognito.Pool.Add())).ShouldBeProblem(501, "not_enabled");
    }

    [Fact]
    public async Task A_passkey_counts_as_both_factors_where_the_pool_and_the_user_allow_it()
    {
        await using var api = TestApi.Start(
            pool => pool.Pool.WebAuthnConfiguration = new() { FactorConfiguration = FactorConfiguration.MultiFactorWithUserVerification, UserVerification = CognitoAuth.LocalCognito.Options.UserVerification.Required },
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Cognito:Passkeys:UserVerification"] = "Required" });
        using var device = new PasskeyDevice();
        var name = await UserWith(api, device);
        var tokens = await api.SignIn(name);
        (await SetPasskey(true)).ShouldBeProblem(400, "invalid_parameter");
        api.Cognito.Pool.AddSoftwareToken(name);

        (await SetPasskey(true)).Status.ShouldBe(204);

        var challenge = await api.StartPasskeySignIn(name);
        challenge.Member("challenge.credentialRequestOptions.userVerification").ShouldBe("required");
        (await api.AnswerWithPasskey(challenge, device)).Member("status").ShouldBe("signed_in");
        (await api.AnswerWithPasskey(await api.StartPasskeySignIn(name), device, new Forgery { FlagsLeftOut = 4 })).ShouldBeProblem(401, "invalid_credentials");
        (await SetPasskey(false)).Status.ShouldBe(204);
        (await api.AnswerWithPasskey(await api.StartPasskeySignIn(name), device)).ShouldBeProblem(401, "invalid_credentials");

        Task<ApiResponse> SetPasskey(bool enabled) => api.Send(HttpMethod.Put, "/v1/me/mfa", new { passkey = new { enabled } }, tokens.Access);
    }

    private static async Task<string> UserWith(TestApi api, PasskeyDevice device)
    {
        var name = api.Cognito.Pool.Add();
        (await api.RegisterPasskey((await api.SignIn(name)).Access, device)).Status.ShouldBe(204);
        return name;
    }

    /// <summary>Everything by which two responses could be distinguished, without what is new in each. Session and challenge count by their lengths, and the name is replaced if it is the one that was sent.</summary>
    private static string Shape(ApiResponse response, string name)
    {
        var body = JsonNode.Parse(response.Text)!;
        var challenge = body["challenge"]!;
        challenge["session"] = challenge["session"]!.GetValue<string>().Length;
        challenge["credentialRequestOptions"]!["challenge"] = challenge["credentialRequestOptions"]!["challenge"]!.GetValue<string>().Length;
        var headers = response.Headers.Where(header => header.Key is not ("X-Correlation-Id" or "Date" or "Content-Length")).OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {header.Value}");
        return $"{response.Status} {string.Join(' ', headers)} {body.ToJsonString().Replace(name, "that name", StringComparison.Ordinal)}";
    }
}
