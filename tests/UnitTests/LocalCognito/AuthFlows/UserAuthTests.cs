using System.Text.Json;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Users;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.AuthFlows;

public sealed class UserAuthTests : IDisposable
{
    private const string Incorrect = "NotAuthorizedException: Incorrect username or password.";

    private readonly PoolUnderTest _pool = new();

    [Fact]
    public void User_auth_offers_the_factors_that_the_user_has()
    {
        _pool.AddJaneWithPhone();

        var choice = Start();

        choice.GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE");
        choice.GetProperty("ChallengeParameters").GetRawText().ShouldBe("""{"USER_ID_FOR_SRP":"jane"}""");
        Available(choice).ShouldBe("EMAIL_OTP, PASSWORD, PASSWORD_SRP, SMS_OTP");
    }

    [Theory]
    [InlineData("EMAIL_OTP", "EMAIL", "j***@e***")]
    [InlineData("SMS_OTP", "SMS", "+********4567")]
    public void A_code_of_eight_digits_signs_the_user_in(string factor, string medium, string destination)
    {
        _pool.AddJaneWithPhone();
        var chosen = _pool.Respond(Start(), ("ANSWER", factor));
        var preferred = Start(("PREFERRED_CHALLENGE", factor));

        foreach (var challenge in (JsonElement[])[chosen, preferred])
        {
            challenge.GetProperty("ChallengeName").GetString().ShouldBe(factor);
            challenge.GetProperty("ChallengeParameters").GetRawText()
                .ShouldBe($$"""{"CODE_DELIVERY_DELIVERY_MEDIUM":"{{medium}}","CODE_DELIVERY_DESTINATION":"{{destination}}","USER_ID_FOR_SRP":"jane"}""");
        }

        var message = _pool.Inbox.Of("jane")[0];
        (message.Kind, message.Code.Length).ShouldBe(("otp", 8));
        for (var attempt = 0; attempt < 6; attempt++)
        {
            _pool.RespondRefusal(preferred, ($"{factor}_CODE", "0")).ShouldBe("CodeMismatchException: Invalid code or auth state for the user.");
        }
        IssuedTokens.Of(_pool.Respond(preferred, ($"{factor}_CODE", message.Code)));
    }

    [Fact]
    public void A_password_is_accepted_in_each_of_the_four_ways()
    {
        _pool.AddJane();
        var password = ("PASSWORD", PoolUnderTest.Password);

        IssuedTokens.Of(Start(("PREFERRED_CHALLENGE", "PASSWORD"), password));
        IssuedTokens.Of(_pool.Respond(Start(("PREFERRED_CHALLENGE", "PASSWORD")), password));
        IssuedTokens.Of(_pool.Respond(Start(), ("ANSWER", "PASSWORD"), password));
        IssuedTokens.Of(_pool.Respond(_pool.Respond(Start(), ("ANSWER", "PASSWORD")), password));
        _pool.RespondRefusal(Start(), ("ANSWER", "PASSWORD"), ("PASSWORD", "wrong")).ShouldBe(Incorrect);
    }

    [Fact]
    public void SRP_is_accepted_in_each_of_the_four_ways()
    {
        _pool.AddJane();
        var client = new SrpClient();
        var publicValue = ("SRP_A", client.A);
        JsonElement[] verifiers =
        [
            Start(("PREFERRED_CHALLENGE", "PASSWORD_SRP"), publicValue),
            _pool.Respond(Start(("PREFERRED_CHALLENGE", "PASSWORD_SRP")), publicValue),
            _pool.Respond(Start(), ("ANSWER", "PASSWORD_SRP"), publicValue),
            _pool.Respond(_pool.Respond(Start(), ("ANSWER", "PASSWORD_SRP")), publicValue),
        ];

        foreach (var verifier in verifiers)
        {
            verifier.GetProperty("ChallengeName").GetString().ShouldBe("PASSWORD_VERIFIER");
            verifier.GetProperty("Session").GetString().ShouldNotBeNullOrEmpty();
            IssuedTokens.Of(_pool.Respond(verifier, client.Prove(verifier, _pool.PoolId, PoolUnderTest.Password, _pool.Clock.GetUtcNow())));
        }
    }

    [Fact]
    public void Every_challenge_without_its_session_is_refused()
    {
        _pool.AddJaneWithPhone();
        string[] challenges =
        [
            "SMS_MFA", "EMAIL_OTP", "SMS_OTP", "SOFTWARE_TOKEN_MFA", "SELECT_MFA_TYPE", "SELECT_CHALLENGE", "PASSWORD", "PASSWORD_SRP", "PASSWORD_VERIFIER",
            "NEW_PASSWORD_REQUIRED", "MFA_SETUP", "CUSTOM_CHALLENGE", "DEVICE_SRP_AUTH", "DEVICE_PASSWORD_VERIFIER", "WEB_AUTHN",
        ];
        var foreign = Start().GetProperty("Session").GetString();

        foreach (var challenge in challenges)
        {
            foreach (var session in (string?[])[null, new string('x', 1_500), challenge == "SELECT_CHALLENGE" ? null : foreign])
            {
                _pool.Refusal("RespondToAuthChallenge", new { _pool.ClientId, ChallengeName = challenge, Session = session, ChallengeResponses = new { USERNAME = "jane", PoolUnderTest.Password } })
                    .ShouldBe("NotAuthorizedException: Invalid session for the user.", challenge);
            }
        }
    }

    [Fact]
    public void Sessions_of_the_administrative_flow_work_in_that_flow_only()
    {
        _pool.AddJane();
        var parameters = new { USERNAME = "jane" };
        var administrators = _pool.Send("AdminInitiateAuth", new { UserPoolId = _pool.PoolId, _pool.ClientId, AuthFlow = "USER_AUTH", AuthParameters = parameters });
        object Answer(JsonElement challenge) => new
        {
            UserPoolId = _pool.PoolId,
            _pool.ClientId,
            ChallengeName = "SELECT_CHALLENGE",
            Session = challenge.GetProperty("Session").GetString(),
            ChallengeResponses = new { USERNAME = "jane", ANSWER = "PASSWORD", PASSWORD = PoolUnderTest.Password },
        };

        _pool.Refusal("RespondToAuthChallenge", Answer(administrators)).ShouldBe("NotAuthorizedException: Invalid session for the user.");
        _pool.Refusal("AdminRespondToAuthChallenge", Answer(Start())).ShouldBe("NotAuthorizedException: Invalid session for the user.");
        IssuedTokens.Of(_pool.Send("AdminRespondToAuthChallenge", Answer(administrators)));
    }

    [Theory]
    [InlineData(UserStatus.ForceChangePassword, false)]
    [InlineData(UserStatus.Confirmed, true)]
    public void A_user_with_MFA_or_a_temporary_password_is_offered_passwords_only(UserStatus status, bool hasMfa)
    {
        _pool.Pool.AddUser("jane", PoolUnderTest.Password, status, new Dictionary<string, string> { ["email"] = "jane@example.com" });
        if (hasMfa) _pool.Pool.AddSoftwareToken("jane");

        var choice = Start(("PREFERRED_CHALLENGE", "EMAIL_OTP"));

        choice.GetProperty("ChallengeName").GetString().ShouldBe("SELECT_CHALLENGE");
        Available(choice).ShouldBe("PASSWORD, PASSWORD_SRP");
        _pool.RespondRefusal(choice, ("ANSWER", "EMAIL_OTP")).ShouldStartWith("InvalidParameterException");
    }

    [Fact]
    public void A_user_signs_up_and_in_without_a_password()
    {
        _pool.Send("SignUp", new { _pool.ClientId, Username = "jane", UserAttributes = (object[])[new { Name = "email", Value = "jane@example.com" }] });
        _pool.Send("ConfirmSignUp", new { _pool.ClientId, Username = "jane", ConfirmationCode = _pool.Inbox.LatestCode("jane") });

        Available(Start()).ShouldBe("EMAIL_OTP");
        var tokens = IssuedTokens.Of(_pool.Respond(Start(("PREFERRED_CHALLENGE", "EMAIL_OTP")), ("EMAIL_OTP_CODE", _pool.Inbox.LatestCode("jane"))));
        _pool.SignInRefusal().ShouldBe(Incorrect);
        _pool.Send("ChangePassword", new { AccessToken = tokens.Access, ProposedPassword = PoolUnderTest.Password });
        _pool.SignIn();
    }

    [Fact]
    public void Only_the_factors_that_the_pool_allows_are_offered()
    {
        using var pool = new PoolUnderTest(options => options.Pool.AllowedFirstAuthFactors = ["PASSWORD"]);
        pool.AddJane();

        Available(pool.Send("InitiateAuth", new { pool.ClientId, AuthFlow = "USER_AUTH", AuthParameters = new { USERNAME = "jane" } })).ShouldBe("PASSWORD, PASSWORD_SRP");
    }

    [Theory]
    [InlineData("EMAIL_OTP", "EMAIL_OTP_CODE", "CodeMismatchException: Invalid code or auth state for the user.")]
    [InlineData("SMS_OTP", "SMS_OTP_CODE", "CodeMismatchException: Invalid code or auth state for the user.")]
    [InlineData("PASSWORD", "PASSWORD", Incorrect)]
    public void A_user_who_does_not_exist_is_simulated(string factor, string response, string refusal)
    {
        var challenge = StartAs("nobody", ("PREFERRED_CHALLENGE", factor));

        challenge.GetProperty("ChallengeName").GetString().ShouldBe(factor);
        _pool.Refusal("RespondToAuthChallenge", _pool.Answer(challenge, "nobody", (response, "12345678"))).ShouldBe(refusal);
        _pool.Inbox.Of("nobody").ShouldBeEmpty();
        StartAs("nobody").GetProperty("ChallengeName").GetString().ShouldBe(StartAs("NOBODY").GetProperty("ChallengeName").GetString());
    }

    [Fact]
    public void A_confirmed_sign_up_continues_to_tokens()
    {
        var signedUp = _pool.SignUp().GetProperty("Session").GetString();
        object Confirmation(string? session, string code) => new { _pool.ClientId, Username = "jane", ConfirmationCode = code, Session = session };
        object SignIn(string? session, string username = "jane") => new { _pool.ClientId, AuthFlow = "USER_AUTH", AuthParameters = new { USERNAME = username }, Session = session };
        _pool.Refusal("InitiateAuth", SignIn(signedUp)).ShouldBe("NotAuthorizedException: Invalid session for the user.", "nothing is confirmed yet");
        _pool.Refusal("ConfirmSignUp", Confirmation(new string('x', 1_500), _pool.Inbox.LatestCode("jane"))).ShouldBe("NotAuthorizedException: Invalid session for the user.");
        _pool.Refusal("ConfirmSignUp", Confirmation(signedUp, "x")).ShouldStartWith("CodeMismatchException");

        var confirmed = _pool.Send("ConfirmSignUp", Confirmation(signedUp, _pool.Inbox.LatestCode("jane"))).GetProperty("Session").GetString();

        _pool.AddJane("other");
        _pool.Refusal("InitiateAuth", SignIn(confirmed, "other")).ShouldBe("NotAuthorizedException: Invalid session for the user.");
        _pool.Refusal("InitiateAuth", SignIn(signedUp)).ShouldBe("NotAuthorizedException: Invalid session for the user.");
        IssuedTokens.Of(_pool.Send("InitiateAuth", SignIn(confirmed)));
        _pool.Refusal("InitiateAuth", SignIn(confirmed)).ShouldEndWith("session can only be used once.");
    }

    [Fact]
    public void Sign_up_returns_no_session_to_a_client_without_this_flow()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.ExplicitAuthFlows = ["ALLOW_USER_PASSWORD_AUTH"]);

        pool.SignUp().TryGetProperty("Session", out _).ShouldBeFalse();
        pool.Refusal("SignUp", new { pool.ClientId, Username = "other" }).ShouldBe("InvalidParameterException: Password is required for this user pool.");
    }

    [Fact]
    public void An_unknown_user_is_reported_in_legacy_mode()
    {
        using var pool = new PoolUnderTest(options => options.PublicClient.PreventUserExistenceErrors = ExistenceErrors.Legacy);

        pool.Refusal("InitiateAuth", new { pool.ClientId, AuthFlow = "USER_AUTH", AuthParameters = new { USERNAME = "nobody" } }).ShouldBe("UserNotFoundException: User does not exist.");
    }

    public void Dispose() => _pool.Dispose();

    private static string Available(JsonElement answer) => string.Join(", ", answer.GetProperty("AvailableChallenges").EnumerateArray().Select(name => name.GetString()));

    private JsonElement Start(params (string Name, string Value)[] parameters) => StartAs("jane", parameters);

    private JsonElement StartAs(string username, params (string Name, string Value)[] parameters) => _pool.Send("InitiateAuth", new
    {
        _pool.ClientId,
        AuthFlow = "USER_AUTH",
        AuthParameters = parameters.Append((Name: "USERNAME", Value: username)).ToDictionary(parameter => parameter.Name, parameter => parameter.Value),
    });
}
