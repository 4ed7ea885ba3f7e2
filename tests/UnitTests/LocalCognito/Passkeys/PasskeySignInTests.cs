using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Passkeys;

public sealed class PasskeySignInTests : IDisposable
{
    private const string Incorrect = "NotAuthorizedException: Incorrect username or password.";
    private const string Used = "NotAuthorizedException: Invalid session for the user, session can only be used once.";

    private readonly PoolUnderTest _pool = new();
    private readonly PasskeyDevice _device = new();
    private readonly string _accessToken;

    public PasskeySignInTests()
    {
        _pool.AddJaneWithPhone();
        Register("jane", _device);
        _accessToken = _pool.SignIn().Access;
    }

    public static TheoryData<string, Forgery> Forgeries => new()
    {
        { "another challenge", new Forgery { Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" } },
        { "a page of another site", new Forgery { Origin = "https://evil.example" } },
        { "a frame of another site", new Forgery { CrossOrigin = true } },
        { "another signed domain", new Forgery { RelyingPartyId = "example.com" } },
        { "the user is not present", new Forgery { FlagsLeftOut = 1 } },
        { "the response of a registration", new Forgery { Type = "webauthn.create" } },
        { "a broken signature", new Forgery { BreaksSignature = true } },
        { "an unknown id", new Forgery { CredentialId = [1, 2, 3, 4] } },
        { "another user's handle", new Forgery { UserHandle = [1, 2, 3, 4] } },
        { "an unchanged signature counter", new Forgery { SignCount = 1 } },
        { "a smaller signature counter", new Forgery { SignCount = 0 } },
    };

    [Theory]
    [InlineData(PasskeyAlgorithm.ES256, true)]
    [InlineData(PasskeyAlgorithm.RS256, true)]
    [InlineData(PasskeyAlgorithm.ES256, false)]
    public void A_passkey_signs_the_user_in_repeatedly(PasskeyAlgorithm algorithm, bool counts)
    {
        using var device = new PasskeyDevice(algorithm) { Counts = counts };
        Register("jane", device);

        for (var time = 0; time < 3; time++) IssuedTokens.Of(Answer(Start(), device));
    }

    [Fact]
    public void The_signature_counter_continues_from_the_registration()
    {
        using var device = new PasskeyDevice();
        Register("jane", device, new Forgery { SignCount = 5 });

        Refusal(Start(), device, new Forgery { SignCount = 5 }).ShouldBe(Incorrect);
        IssuedTokens.Of(Answer(Start(), device, new Forgery { SignCount = 6 }));
    }

    [Fact]
    public void A_challenge_contains_the_options_for_the_browser()
    {
        var challenge = Start();

        challenge.GetProperty("ChallengeName").GetString().ShouldBe("WEB_AUTHN");
        challenge.GetProperty("AvailableChallenges").EnumerateArray().Select(name => name.GetString()).ShouldBe(["EMAIL_OTP", "PASSWORD", "PASSWORD_SRP", "SMS_OTP", "WEB_AUTHN"]);
        var options = Options(challenge);
        options.GetRawText().ShouldBe(
            $$"""{"challenge":"{{options.GetProperty("challenge").GetString()}}","timeout":180000,"rpId":"localhost","allowCredentials":[{"type":"public-key","id":"{{_device.Id}}","transports":["internal","a-transport-of-the-future"]}],"userVerification":"preferred"}""");
        Options(Start()).GetProperty("challenge").GetString().ShouldNotBe(options.GetProperty("challenge").GetString());
    }

    [Fact]
    public void A_passkey_can_be_chosen_first_or_sent_with_the_choice()
    {
        var choice = Start(preferred: null);
        choice.GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE");
        var atOnce = _device.Get(Options(choice)).GetRawText();
        IssuedTokens.Of(_pool.Respond(choice, ("ANSWER", "WEB_AUTHN"), ("CREDENTIAL", atOnce)));
        _pool.RespondRefusal(choice, ("ANSWER", "WEB_AUTHN"), ("CREDENTIAL", atOnce)).ShouldBe(Used);

        var chosen = _pool.Respond(Start(preferred: null), ("ANSWER", "WEB_AUTHN"));
        chosen.GetProperty("ChallengeName").GetString().ShouldBe("WEB_AUTHN");
        IssuedTokens.Of(Answer(chosen, _device));
    }

    [Theory]
    [MemberData(nameof(Forgeries), DisableDiscoveryEnumeration = true)]
    public void A_forged_answer_is_refused_and_ends_its_session(string what, Forgery forgery)
    {
        IssuedTokens.Of(Answer(Start(), _device));
        var challenge = Start();

        Refusal(challenge, _device, forgery).ShouldBe(Incorrect, what);

        Refusal(challenge, _device).ShouldBe(Used);
        IssuedTokens.Of(Answer(Start(), _device));
    }

    [Fact]
    public void An_answer_is_accepted_once()
    {
        var challenge = Start();
        var credential = ("CREDENTIAL", _device.Get(Options(challenge)).GetRawText());

        IssuedTokens.Of(_pool.Respond(challenge, credential));
        _pool.RespondRefusal(challenge, credential).ShouldBe(Used);
        _pool.RespondRefusal(Start(), credential).ShouldBe(Incorrect);
    }

    [Fact]
    public void The_time_for_an_answer_ends()
    {
        var challenge = Start();
        _pool.Clock.Advance(TimeSpan.FromMinutes(3));

        Refusal(challenge, _device).ShouldBe("NotAuthorizedException: Invalid session for the user, session is expired.");
    }

    [Fact]
    public void The_passkey_of_another_user_and_a_copy_with_another_key_are_refused()
    {
        _pool.AddJane("joan");
        using var joans = new PasskeyDevice();
        Register("joan", joans);
        using var copy = new PasskeyDevice().Impersonating(_device);

        Refusal(Start(), joans).ShouldBe(Incorrect);
        Refusal(Start(), copy).ShouldBe(Incorrect);
        Refusal(Start(), joans, new Forgery { UserHandle = _device.UserHandle }).ShouldBe(Incorrect);
    }

    [Fact]
    public void A_passkey_that_was_deleted_during_the_sign_in_is_refused()
    {
        var challenge = Start();
        _pool.Send("DeleteWebAuthnCredential", new { AccessToken = _accessToken, CredentialId = _device.Id });

        Refusal(challenge, _device).ShouldBe(Incorrect);
        Start().GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","type":"public-key","response":{"clientDataJSON":"e30"}}""")]
    public void A_malformed_answer_is_refused(string credential) =>
        _pool.RespondRefusal(Start(), ("CREDENTIAL", credential)).ShouldBeOneOf("InvalidParameterException: The credential is not valid.", Incorrect);

    [Fact]
    public void A_missing_answer_leaves_the_session_open()
    {
        var challenge = Start();

        _pool.RespondRefusal(challenge).ShouldBe("InvalidParameterException: Missing required parameter CREDENTIAL");
        IssuedTokens.Of(Answer(challenge, _device));
    }

    [Fact]
    public void The_user_must_be_verified_when_the_pool_requires_it()
    {
        _pool.Pool.Options.WebAuthnConfiguration.UserVerification = UserVerification.Required;
        Options(Start()).GetProperty("userVerification").GetString().ShouldBe("required");

        Refusal(Start(), _device, new Forgery { FlagsLeftOut = 4 }).ShouldBe(Incorrect);
        IssuedTokens.Of(Answer(Start(), _device));
    }

    [Fact]
    public void An_unknown_name_gets_a_simulated_challenge_and_every_answer_is_refused()
    {
        var invented = Start(username: "nobody");
        var real = Start();

        Shape(invented).ShouldBe(Shape(real));
        Allowed(invented).ShouldBe(Allowed(Start(username: "nobody")), "otherwise a second request would reveal it");
        Allowed(invented).ShouldNotBe(Allowed(Start(username: "nobody-2")));
        var answer = _pool.Answer(invented, "nobody", ("CREDENTIAL", _device.Get(Options(invented)).GetRawText()));
        _pool.Refusal("RespondToAuthChallenge", answer).ShouldBe(Incorrect);
    }

    [Fact]
    public void A_passkey_is_one_factor_and_is_not_offered_to_users_with_MFA()
    {
        _pool.Pool.AddSoftwareToken("jane");

        var challenge = Start();

        challenge.GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE");
        challenge.GetProperty("AvailableChallenges").EnumerateArray().Select(name => name.GetString()).ShouldBe(["PASSWORD", "PASSWORD_SRP"]);
        Preference(new { Enabled = true }).ShouldBe("InvalidParameterException: WebAuthn MFA is not enabled for this user pool.");
    }

    [Fact]
    public void A_passkey_with_user_verification_counts_as_both_factors_when_pool_and_user_enable_it()
    {
        _pool.Pool.Options.WebAuthnConfiguration.FactorConfiguration = FactorConfiguration.MultiFactorWithUserVerification;
        Preference(new { Enabled = true }).ShouldBe("InvalidParameterException: WebAuthn MFA can't be the user's only MFA method.");
        _pool.Pool.AddSoftwareToken("jane");
        Start().GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE", "the user did not enable it");

        Preference(new { Enabled = true }).ShouldBeNull();

        Options(Start()).GetProperty("userVerification").GetString().ShouldBe("required");
        Refusal(Start(), _device, new Forgery { FlagsLeftOut = 4 }).ShouldBe(Incorrect);
        IssuedTokens.Of(Answer(Start(), _device));
        Preference(new { Enabled = false }).ShouldBeNull();
        Start().GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE");
    }

    [Fact]
    public void A_passkey_is_not_offered_when_the_pool_has_none()
    {
        _pool.Pool.Options.WebAuthnConfiguration.RelyingPartyId = "";
        Start().GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE");
        Start(username: "nobody").GetProperty("ChallengeName").GetString().ShouldNotBe("WEB_AUTHN");
    }

    public void Dispose()
    {
        _device.Dispose();
        _pool.Dispose();
    }

    private void Register(string username, PasskeyDevice device, Forgery? forgery = null)
    {
        var accessToken = _pool.SignIn(username).Access;
        var options = _pool.Send("StartWebAuthnRegistration", new { AccessToken = accessToken }).GetProperty("CredentialCreationOptions");
        _pool.Send("CompleteWebAuthnRegistration", new { AccessToken = accessToken, Credential = device.Create(options, forgery) });
    }

    private JsonElement Start(string username = "jane", string? preferred = "WEB_AUTHN") => _pool.Send("InitiateAuth", new
    {
        _pool.ClientId,
        AuthFlow = "USER_AUTH",
        AuthParameters = preferred is null ? new Dictionary<string, string> { ["USERNAME"] = username } : new() { ["USERNAME"] = username, ["PREFERRED_CHALLENGE"] = preferred },
    });

    private JsonElement Answer(JsonElement challenge, PasskeyDevice device, Forgery? forgery = null) => _pool.Respond(challenge, ("CREDENTIAL", device.Get(Options(challenge), forgery).GetRawText()));

    private string Refusal(JsonElement challenge, PasskeyDevice device, Forgery? forgery = null) => _pool.RespondRefusal(challenge, ("CREDENTIAL", device.Get(Options(challenge), forgery).GetRawText()));

    private string? Preference(object webAuthn)
    {
        var request = new { AccessToken = _accessToken, WebAuthnMfaSettings = webAuthn };
        try
        {
            _pool.Send("SetUserMFAPreference", request);
            return null;
        }
        catch (CognitoAuth.LocalCognito.Protocol.CognitoException refusal)
        {
            return $"{refusal.Type}: {refusal.Message}";
        }
    }

    private static JsonElement Options(JsonElement challenge) => JsonElement.Parse(challenge.GetProperty("ChallengeParameters").GetProperty("CREDENTIAL_REQUEST_OPTIONS").GetString()!);

    private static string Allowed(JsonElement challenge) => Options(challenge).GetProperty("allowCredentials").GetRawText();

    /// <summary>Names and types of all members, without values.</summary>
    private static string Shape(JsonElement challenge) =>
        string.Join(' ', challenge.EnumerateObject().Concat(challenge.GetProperty("ChallengeParameters").EnumerateObject()).Concat(Options(challenge).EnumerateObject()).Select(member => $"{member.Name}:{member.Value.ValueKind}"));
}
