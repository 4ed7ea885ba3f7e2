using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Passkeys;

public sealed class RegistrationTests : IDisposable
{
    private readonly PoolUnderTest _pool = new();
    private readonly string _sub;
    private readonly string _accessToken;

    public RegistrationTests()
    {
        _sub = _pool.AddJane();
        _accessToken = _pool.SignIn().Access;
    }

    /// <summary>The forgery and the exception of Cognito for it.</summary>
    public static TheoryData<string, Forgery, string> Forgeries => new()
    {
        { "another challenge", new Forgery { Challenge = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" }, "WebAuthnChallengeNotFoundException" },
        { "no challenge", new Forgery { Challenge = "" }, "WebAuthnChallengeNotFoundException" },
        { "a page of another site", new Forgery { Origin = "https://evil.example" }, "WebAuthnOriginNotAllowedException" },
        { "a page whose name ends with the domain's name", new Forgery { Origin = "https://notlocalhost" }, "WebAuthnOriginNotAllowedException" },
        { "a page that names the domain in its path", new Forgery { Origin = "https://evil.example/localhost" }, "WebAuthnOriginNotAllowedException" },
        { "an app", new Forgery { Origin = "android:apk-key-hash:abc" }, "WebAuthnOriginNotAllowedException" },
        { "no page", new Forgery { Origin = "" }, "WebAuthnOriginNotAllowedException" },
        { "a frame of another site", new Forgery { CrossOrigin = true }, "WebAuthnOriginNotAllowedException" },
        { "another signed domain", new Forgery { RelyingPartyId = "example.com" }, "WebAuthnRelyingPartyMismatchException" },
        { "the user is not present", new Forgery { FlagsLeftOut = 1 }, "InvalidParameterException" },
        { "the response of a sign-in", new Forgery { Type = "webauthn.get" }, "InvalidParameterException" },
        { "no new key", new Forgery { FlagsLeftOut = 64 }, "InvalidParameterException" },
        { "another id than the signed one", new Forgery { CredentialId = [1, 2, 3, 4] }, "InvalidParameterException" },
        { "two ids", new Forgery { RawId = "AAAA" }, "InvalidParameterException" },
        { "an unknown attestation format", new Forgery { Format = "of-the-future" }, "WebAuthnCredentialNotSupportedException" },
    };

    [Theory]
    [InlineData(PasskeyAlgorithm.ES256, PasskeyAttestation.None)]
    [InlineData(PasskeyAlgorithm.RS256, PasskeyAttestation.None)]
    [InlineData(PasskeyAlgorithm.ES256, PasskeyAttestation.PackedSelf)]
    [InlineData(PasskeyAlgorithm.RS256, PasskeyAttestation.PackedSelf)]
    public void A_passkey_is_registered(PasskeyAlgorithm algorithm, PasskeyAttestation attestation)
    {
        using var device = new PasskeyDevice(algorithm, attestation);

        _pool.Send("CompleteWebAuthnRegistration", Complete(device.Create(Start()))).GetRawText().ShouldBe("{}");

        var passkey = List().ShouldHaveSingleItem();
        passkey.GetRawText().ShouldBe(
            $$"""{"CredentialId":"{{device.Id}}","FriendlyCredentialName":"Passkey 1","RelyingPartyId":"localhost","AuthenticatorAttachment":"platform","AuthenticatorTransports":["internal","a-transport-of-the-future"],"CreatedAt":1767323045}""");
        Factors().ShouldBe(["EMAIL_OTP", "PASSWORD", "WEB_AUTHN"]);
    }

    [Fact]
    public void A_registration_requests_what_Cognito_accepts()
    {
        using var device = new PasskeyDevice();
        Register(device);

        var options = Start();

        var challenge = options.GetProperty("challenge").GetString()!;
        Base64Url.DecodeFromChars(challenge).Length.ShouldBe(32);
        options.GetRawText().ShouldBe(
            $$$"""
            {"rp":{"id":"localhost","name":"localhost"},"user":{"id":"{{{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(_sub))}}}","name":"jane","displayName":"jane"},"challenge":"{{{challenge}}}","pubKeyCredParams":[{"type":"public-key","alg":-7},{"type":"public-key","alg":-257}],"timeout":60000,"excludeCredentials":[{"type":"public-key","id":"{{{device.Id}}}","transports":["internal","a-transport-of-the-future"]}],"authenticatorSelection":{"requireResidentKey":true,"residentKey":"required","userVerification":"preferred"},"attestation":"none","extensions":{"credProps":true}}
            """);
        Start().GetProperty("challenge").GetString().ShouldNotBe(challenge);
    }

    [Theory]
    [MemberData(nameof(Forgeries), DisableDiscoveryEnumeration = true)]
    public void A_forged_passkey_is_refused(string what, Forgery forgery, string exception)
    {
        using var device = new PasskeyDevice();
        var options = Start();

        Refusal(device.Create(options, forgery)).ShouldStartWith($"{exception}: ", customMessage: what);

        List().ShouldBeEmpty();
        Refusal(device.Create(options)).ShouldStartWith("WebAuthnChallengeNotFoundException: ", customMessage: "a challenge is used once");
    }

    [Fact]
    public void An_attestation_that_the_key_did_not_sign_is_refused()
    {
        using var device = new PasskeyDevice(attestation: PasskeyAttestation.PackedSelf);

        Refusal(device.Create(Start(), new Forgery { BreaksSignature = true })).ShouldStartWith("InvalidParameterException: ");
        Refusal(device.Create(Start(), new Forgery { StatedAlgorithm = (int)PasskeyAlgorithm.RS256 })).ShouldStartWith("InvalidParameterException: ");
        List().ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PasskeyAlgorithm.ES384)]
    [InlineData(PasskeyAlgorithm.EdDSA)]
    public void An_algorithm_that_was_not_requested_is_refused(PasskeyAlgorithm algorithm)
    {
        using var device = new PasskeyDevice(algorithm);

        Refusal(device.Create(Start())).ShouldStartWith("WebAuthnCredentialNotSupportedException: ");
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "WebAuthnCredentialNotSupportedException: The credential is not supported.")]
    public void The_user_must_be_verified_when_the_pool_requires_it(bool verifiesUser, string? refusal)
    {
        _pool.Pool.Options.WebAuthnConfiguration.UserVerification = UserVerification.Required;
        using var device = new PasskeyDevice { VerifiesUser = verifiesUser };
        var options = Start();
        options.GetProperty("authenticatorSelection").GetProperty("userVerification").GetString().ShouldBe("required");

        if (refusal is null) _pool.Send("CompleteWebAuthnRegistration", Complete(device.Create(options)));
        else Refusal(device.Create(options)).ShouldBe(refusal);
    }

    [Theory]
    [InlineData("localhost", "http://localhost:3000")]
    [InlineData("localhost", "https://app.localhost")]
    [InlineData("example.com", "https://example.com")]
    [InlineData("example.com", "https://auth.example.com:8443")]
    public void Pages_of_the_domain_and_its_subdomains_are_accepted(string relyingParty, string origin)
    {
        _pool.Pool.Options.WebAuthnConfiguration.RelyingPartyId = relyingParty;
        using var device = new PasskeyDevice { Origin = origin };

        _pool.Send("CompleteWebAuthnRegistration", Complete(device.Create(Start())));
    }

    [Fact]
    public void Pages_without_TLS_are_refused_except_on_this_machine()
    {
        _pool.Pool.Options.WebAuthnConfiguration.RelyingPartyId = "example.com";
        using var device = new PasskeyDevice { Origin = "http://example.com" };

        Refusal(device.Create(Start())).ShouldStartWith("WebAuthnOriginNotAllowedException: ");
    }

    [Fact]
    public void Only_the_last_challenge_works_and_it_works_once_and_expires()
    {
        using var device = new PasskeyDevice();
        var replaced = Start();
        var last = Start();
        Refusal(device.Create(replaced)).ShouldBe("WebAuthnChallengeNotFoundException: The challenge was not found or has expired.");
        Refusal(device.Create(last)).ShouldStartWith("WebAuthnChallengeNotFoundException: ");

        var late = Start();
        _pool.Clock.Advance(TimeSpan.FromMinutes(3));
        Refusal(device.Create(late)).ShouldStartWith("WebAuthnChallengeNotFoundException: ");

        var repeated = device.Create(Start());
        _pool.Send("CompleteWebAuthnRegistration", Complete(repeated));
        Refusal(repeated).ShouldStartWith("WebAuthnChallengeNotFoundException: ");
    }

    [Fact]
    public void A_passkey_that_any_user_registered_is_refused()
    {
        using var device = new PasskeyDevice();
        Register(device);
        Refusal(device.Create(Start())).ShouldStartWith("InvalidParameterException: ");

        _pool.AddJane("joan");
        var joan = _pool.SignIn("joan").Access;
        var options = _pool.Send("StartWebAuthnRegistration", new { AccessToken = joan }).GetProperty("CredentialCreationOptions");
        _pool.Refusal("CompleteWebAuthnRegistration", new { AccessToken = joan, Credential = device.Create(options) }).ShouldStartWith("InvalidParameterException: ");
    }

    [Fact]
    public void The_registration_of_another_client_is_refused()
    {
        using var device = new PasskeyDevice();
        var credential = device.Create(Start());
        var other = IssuedTokens.Of(_pool.Send("InitiateAuth", new
        {
            ClientId = "confidential",
            AuthFlow = "USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password, SECRET_HASH = PoolUnderTest.SecretHash("jane") },
        })).Access;

        _pool.Refusal("CompleteWebAuthnRegistration", new { AccessToken = other, Credential = credential }).ShouldStartWith("WebAuthnClientMismatchException: ");
        _pool.Send("CompleteWebAuthnRegistration", Complete(credential));
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","type":"public-key"}""")]
    [InlineData("""{"id":"AAAA","type":"public-key","response":{}}""")]
    [InlineData("""{"id":"not base64url!","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA"}}""")]
    [InlineData("""{"id":"AAAA","type":"password","response":{"clientDataJSON":"e30","attestationObject":"oA"}}""")]
    [InlineData("""{"id":"AAAA","type":"public-key","response":{"clientDataJSON":"bm90IGpzb24","attestationObject":"oA"}}""")]
    [InlineData("""{"id":"AAAA","type":"public-key","response":{"clientDataJSON":"W10","attestationObject":"oA"}}""")]
    [InlineData("""{"id":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"AAAA"}}""")]
    [InlineData("""{"id":"AAAA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUEA"}}""")]
    public void A_malformed_credential_is_refused(string json)
    {
        Start();

        Refusal(JsonElement.Parse(json)).ShouldStartWith("InvalidParameterException: ");
    }

    [Fact]
    public void A_credential_is_required() => _pool.Refusal("CompleteWebAuthnRegistration", new { AccessToken = _accessToken })
        .ShouldBe("InvalidParameterException: 1 validation error detected: Value at 'credential' failed to satisfy constraint: Member must not be null");

    [Fact]
    public void Missing_passkey_configuration_is_reported_by_its_exception()
    {
        _pool.Pool.Options.WebAuthnConfiguration.RelyingPartyId = "";
        _pool.Refusal("StartWebAuthnRegistration", new { AccessToken = _accessToken }).ShouldStartWith("WebAuthnConfigurationMissingException: ");
        _pool.Pool.Options.AllowedFirstAuthFactors = ["PASSWORD"];
        _pool.Refusal("StartWebAuthnRegistration", new { AccessToken = _accessToken }).ShouldStartWith("WebAuthnNotEnabledException: ");
        _pool.Refusal("CompleteWebAuthnRegistration", Complete(JsonElement.Parse("{}"))).ShouldStartWith("WebAuthnNotEnabledException: ");
    }

    [Fact]
    public void A_user_has_at_most_twenty_passkeys_listed_page_by_page()
    {
        List<string> ids = [];
        for (var number = 0; number < 20; number++)
        {
            using var device = new PasskeyDevice();
            Register(device);
            ids.Add(device.Id);
        }

        _pool.Refusal("StartWebAuthnRegistration", new { AccessToken = _accessToken }).ShouldStartWith("LimitExceededException: ");
        var first = _pool.Send("ListWebAuthnCredentials", new { AccessToken = _accessToken, MaxResults = 15 });
        var second = _pool.Send("ListWebAuthnCredentials", new { AccessToken = _accessToken, MaxResults = 15, NextToken = first.GetProperty("NextToken").GetString() });
        Ids(first).Concat(Ids(second)).ShouldBe(ids);
        second.TryGetProperty("NextToken", out _).ShouldBeFalse();
        List().Count.ShouldBe(20);
        _pool.Refusal("ListWebAuthnCredentials", new { AccessToken = _accessToken, MaxResults = 21 })
            .ShouldBe("InvalidParameterException: 1 validation error detected: Value '21' at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 20");
    }

    [Fact]
    public void A_user_deletes_only_their_own_passkeys()
    {
        using var device = new PasskeyDevice();
        Register(device);
        _pool.AddJane("joan");
        var joan = _pool.SignIn("joan").Access;

        _pool.Refusal("DeleteWebAuthnCredential", new { AccessToken = joan, CredentialId = device.Id }).ShouldStartWith("ResourceNotFoundException: ");
        _pool.Send("DeleteWebAuthnCredential", new { AccessToken = _accessToken, CredentialId = device.Id }).GetRawText().ShouldBe("{}");
        _pool.Refusal("DeleteWebAuthnCredential", new { AccessToken = _accessToken, CredentialId = device.Id }).ShouldStartWith("ResourceNotFoundException: ");
        List().ShouldBeEmpty();
        Factors().ShouldBe(["EMAIL_OTP", "PASSWORD"]);
    }

    public void Dispose() => _pool.Dispose();

    private JsonElement Start() => _pool.Send("StartWebAuthnRegistration", new { AccessToken = _accessToken }).GetProperty("CredentialCreationOptions");

    private object Complete(JsonElement credential) => new { AccessToken = _accessToken, Credential = credential };

    private void Register(PasskeyDevice device) => _pool.Send("CompleteWebAuthnRegistration", Complete(device.Create(Start())));

    private string Refusal(JsonElement credential) => _pool.Refusal("CompleteWebAuthnRegistration", Complete(credential));

    private List<JsonElement> List() => [.. _pool.Send("ListWebAuthnCredentials", new { AccessToken = _accessToken }).GetProperty("Credentials").EnumerateArray()];

    private List<string> Factors() =>
        [.. _pool.Send("GetUserAuthFactors", new { AccessToken = _accessToken }).GetProperty("ConfiguredUserAuthFactors").EnumerateArray().Select(factor => factor.GetString()!)];

    private static IEnumerable<string> Ids(JsonElement page) => page.GetProperty("Credentials").EnumerateArray().Select(passkey => passkey.GetProperty("CredentialId").GetString()!);
}
