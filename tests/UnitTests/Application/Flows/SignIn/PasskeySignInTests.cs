using System.Text.Json;
using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

/// <summary>A sign-in with <c>method: passkey</c>: in <c>Hidden</c> mode its first response is the same for every name.</summary>
public sealed class PasskeySignInTests
{
    private const string RealChallenge = "cmVhbC1jaGFsbGVuZ2Utb2YtMzItYnl0ZXMtbG9uZyE";

    private static readonly PasskeySettings Localhost = new("localhost", UserVerification.Preferred);
    private static readonly SignInCommand Command = ValidRequests.SignIn(password: null, method: SignInMethod.Passkey);

    /// <summary>Cognito's responses for names without a passkey, without an account, and in each state.</summary>
    public static TheoryData<string> Others => ["SELECT_CHALLENGE", "EMAIL_OTP", "WEB_AUTHN", .. AuthErrors.All.Where(error => error.Disclosure is not Disclosure.Anyone).Select(error => error.Code)];

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Name_with_a_passkey_gets_the_same_response_as_any_other(string answer)
    {
        var real = await Answer(Posed("WEB_AUTHN", $$"""{"challenge":"{{RealChallenge}}","allowCredentials":[{"id":"secret"}],"rpId":"localhost","timeout":1}"""));

        var other = await Answer(AuthErrors.All.Any(error => error.Code == answer) ? TestData.Error(answer) : Posed(answer));

        Shape(other).ShouldBe(Shape(real));
        other.Username.ShouldBe(real.Username);
        Challenge(other).Length.ShouldBe(RealChallenge.Length);
        Challenge(real).ShouldBe(RealChallenge);
        real.CredentialRequestOptions!.Text.ShouldBe($$"""{"challenge":"{{RealChallenge}}","timeout":180000,"rpId":"localhost","userVerification":"preferred"}""");
    }

    [Theory]
    [InlineData("not base64url")]
    [InlineData("a\",\"allowCredentials\":[]")]
    public async Task A_challenge_that_is_not_Base64url_is_replaced_by_a_random_one(string challenge)
    {
        var posed = (SignInOutcome.ChallengeRequired)Posed("WEB_AUTHN", """{"challenge":"any"}""").Value;

        var answer = await Answer(new SignInOutcome.ChallengeRequired(posed.Challenge with { PasskeyChallenge = challenge }));

        Challenge(answer).Length.ShouldBe(RealChallenge.Length);
    }

    [Fact]
    public async Task Session_is_Cognitos_or_a_random_one_if_there_is_none()
    {
        (await Answer(Posed("EMAIL_OTP"))).Session.ShouldBe(new Secret("cognitos-own-session"));

        var first = (await Answer(AuthErrors.UserNotConfirmed)).Session!.Reveal();
        first.Length.ShouldBe(1_534);
        (await Answer(AuthErrors.UserNotConfirmed)).Session!.Reveal().ShouldNotBe(first);
    }

    [Fact]
    public async Task Challenge_requires_user_verification_if_the_pool_does()
    {
        var challenge = await Answer(AuthErrors.InvalidCredentials, Localhost with { UserVerification = UserVerification.Required });

        JsonElement.Parse(challenge.CredentialRequestOptions!.Text).GetProperty("userVerification").GetString().ShouldBe("required");
    }

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    public async Task Account_independent_errors_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest(passkeys: Localhost);
        flows.Cognito.StartSignIn = _ => TestData.Error(code);

        (await flows.Refusal(Command)).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Hidden_errors_are_logged_for_the_operator()
    {
        await using var flows = new FlowsUnderTest(passkeys: Localhost);
        flows.Cognito.StartSignIn = _ => AuthErrors.TriggerFailed;

        (await flows.Send(Command)).Error.ShouldBeNull();

        flows.Logs.Lines.ShouldContain(line => line.Message.Contains("trigger_failed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Passkey_sign_in_is_off_for_every_name_until_the_relying_party_is_set()
    {
        await using var flows = new FlowsUnderTest();

        var error = await flows.Refusal(Command);

        error.Code.ShouldBe("not_enabled");
        error.Reason.ShouldBe("Cognito:Passkeys:RelyingPartyId is not set");
        flows.CallLog.Entries.ShouldBeEmpty("Cognito is not asked");
    }

    [Fact]
    public async Task Cognitos_response_is_returned_if_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        var posed = Posed("SELECT_CHALLENGE");
        flows.Cognito.StartSignIn = _ => posed;
        (await flows.Send(Command)).Value.ShouldBe(posed.Value);

        flows.Cognito.StartSignIn = _ => AuthErrors.UserDisabled;
        (await flows.Refusal(Command)).ShouldBe(AuthErrors.UserDisabled);
    }

    [Theory]
    [InlineData("invalid_session")]
    [InlineData("invalid_parameter")]
    [InlineData("invalid_credentials")]
    [InlineData("passkey_rejected")]
    [InlineData("user_disabled")]
    public async Task Refused_answers_get_the_same_error_for_real_and_generated_challenges(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.RespondToAuthChallenge = _ => TestData.Error(code);

        (await flows.Refusal(new AnswerChallengeCommand("WEB_AUTHN", new Secret(new string('s', 20)), "jane") { Credential = new JsonText("{}") })).Code.ShouldBe("invalid_credentials");
    }

    private static async Task<Challenge> Answer(Result<SignInOutcome> cognito, PasskeySettings? passkeys = null)
    {
        await using var flows = new FlowsUnderTest(passkeys: passkeys ?? Localhost);
        flows.Cognito.StartSignIn = _ => cognito;
        return (await flows.Send(Command)).Value.ShouldBeOfType<SignInOutcome.ChallengeRequired>().Challenge;
    }

    private static Result<SignInOutcome> Posed(string name, string? options = null) => new SignInOutcome.ChallengeRequired(new Challenge(name, new Secret("cognitos-own-session"), ValidRequests.Username)
    {
        Options = ["PASSWORD", name],
        Delivery = name == "EMAIL_OTP" ? new CodeDelivery("EMAIL", "j***@e***", "email") : null,
        CredentialRequestOptions = options is null ? null : new JsonText(options),
        PasskeyChallenge = options is null ? null : JsonElement.Parse(options).GetProperty("challenge").GetString(),
        Parameters = TestData.Map(("a", "b")),
    });

    private static string Challenge(Challenge posed) => JsonElement.Parse(posed.CredentialRequestOptions!.Text).GetProperty("challenge").GetString()!;

    private static string Shape(Challenge posed) => JsonSerializer.Serialize(posed with
    {
        Session = null,
        CredentialRequestOptions = new JsonText(posed.CredentialRequestOptions!.Text.Replace(Challenge(posed), "", StringComparison.Ordinal)),
    });
}
