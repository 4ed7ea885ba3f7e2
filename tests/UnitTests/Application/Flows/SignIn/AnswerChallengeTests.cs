using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

public sealed class AnswerChallengeTests
{
    private static readonly Secret Session = new("a-session-of-twenty-characters");

    public static TheoryData<string, ChallengeAnswer> Answers => new()
    {
        { "SMS_MFA", Code },
        { "SOFTWARE_TOKEN_MFA", Code },
        { "EMAIL_OTP", Code },
        { "SMS_OTP", Code },
        { "NEW_PASSWORD_REQUIRED", new ChallengeAnswer.NewPassword(new Secret("Correct-horse-1"), Attributes) },
        { "SELECT_MFA_TYPE", new ChallengeAnswer.Choice("chosen") },
        { "SELECT_CHALLENGE", new ChallengeAnswer.Choice("chosen") { WithPassword = new Secret("typed"), WithSrpPublicValue = "a1", WithCredential = new Secret("""{"id":"1"}""") } },
        { "PASSWORD", new ChallengeAnswer.Password(new Secret("typed")) },
        { "WEB_AUTHN", new ChallengeAnswer.Credential(new Secret("""{"id":"1"}""")) },
        { "PASSWORD_SRP", new ChallengeAnswer.SrpStart("a1") },
        { "PASSWORD_VERIFIER", new ChallengeAnswer.SrpProof(new Secret("sig"), new Secret("block"), "now") },
        { "DEVICE_SRP_AUTH", new ChallengeAnswer.SrpStart("a1") },
        { "DEVICE_PASSWORD_VERIFIER", new ChallengeAnswer.SrpProof(new Secret("sig"), new Secret("block"), "now") },
        { "MFA_SETUP", new ChallengeAnswer.Nothing() },
        { "CUSTOM_CHALLENGE", new ChallengeAnswer.Custom(new Secret("answered")) },
        { "A_CHALLENGE_OF_NEXT_YEAR", new ChallengeAnswer.Raw(Responses) },
    };

    private static ChallengeAnswer.Code Code { get; } = new(new Secret("123456"));

    private static IReadOnlyDictionary<string, string> Attributes { get; } = TestData.Map(("name", "Jane"));

    private static IReadOnlyDictionary<string, Secret> Responses { get; } = new Dictionary<string, Secret> { ["NEXT_YEARS_ANSWER"] = new("yes") };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Answer_has_the_members_of_its_challenge_and_no_others(string name, ChallengeAnswer expected)
    {
        await using var flows = new FlowsUnderTest();
        AnsweredChallenge? sent = null;
        flows.Cognito.RespondToAuthChallenge = answered =>
        {
            sent = answered;
            return new SignInOutcome.Tokens(TestData.Tokens("access-1"));
        };

        (await flows.Send(Full(name) with { DeviceKey = ValidRequests.DeviceKey })).Error.ShouldBeNull();

        sent.ShouldBe(new AnsweredChallenge(name, Session, "jane", expected) { DeviceKey = ValidRequests.DeviceKey });
    }

    [Fact]
    public async Task Members_that_are_sent_empty_are_no_part_of_a_choice()
    {
        await using var flows = new FlowsUnderTest();
        AnsweredChallenge? sent = null;
        flows.Cognito.RespondToAuthChallenge = answered =>
        {
            sent = answered;
            return new SignInOutcome.Tokens(TestData.Tokens("access-1"));
        };

        (await flows.Send(new AnswerChallengeCommand("SELECT_CHALLENGE", Session, "jane") { Choice = "PASSWORD", Password = Secret.Empty, SrpA = "" })).Error.ShouldBeNull();

        sent!.Answer.ShouldBe(new ChallengeAnswer.Choice("PASSWORD"));
    }

    [Theory]
    [InlineData("SMS_MFA", "code")]
    [InlineData("SOFTWARE_TOKEN_MFA", "code")]
    [InlineData("EMAIL_OTP", "code")]
    [InlineData("SMS_OTP", "code")]
    [InlineData("NEW_PASSWORD_REQUIRED", "newPassword")]
    [InlineData("SELECT_MFA_TYPE", "choice")]
    [InlineData("SELECT_CHALLENGE", "choice")]
    [InlineData("PASSWORD", "password")]
    [InlineData("WEB_AUTHN", "credential")]
    [InlineData("PASSWORD_SRP", "srpA")]
    [InlineData("PASSWORD_VERIFIER", "srp.signature", "srp.secretBlock", "srp.timestamp")]
    [InlineData("DEVICE_SRP_AUTH", "srpA", "deviceKey")]
    [InlineData("DEVICE_PASSWORD_VERIFIER", "srp.signature", "srp.secretBlock", "srp.timestamp", "deviceKey")]
    [InlineData("CUSTOM_CHALLENGE", "answer")]
    [InlineData("A_CHALLENGE_OF_NEXT_YEAR", "responses")]
    public async Task Missing_members_are_named(string name, params string[] members)
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new AnswerChallengeCommand(name, Session, "jane"))).Select(fault => fault.Split(':')[0]).ShouldBe(members, ignoreOrder: true);
    }

    [Fact]
    public async Task Weak_new_password_and_reserved_attributes_are_refused()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new AnswerChallengeCommand("NEW_PASSWORD_REQUIRED", Session, "jane") { NewPassword = new Secret("weak-Password"), Attributes = TestData.Map(("email_verified", "true")) }))
            .ShouldBe(["newPassword: It must have a digit.", "attributes.email_verified: This attribute cannot be set."], ignoreOrder: true);
    }

    [Theory]
    [InlineData("\"{}\"")]
    [InlineData("[1]")]
    [InlineData("1")]
    public async Task Answer_of_a_passkey_must_be_an_object(string credential)
    {
        await using var flows = new FlowsUnderTest();
        foreach (var name in (string[])["WEB_AUTHN", "SELECT_CHALLENGE"])
        {
            (await flows.Faults(new AnswerChallengeCommand(name, Session, "jane") { Choice = "WEB_AUTHN", Credential = new JsonText(credential) }))
                .ShouldBe(["credential: It must be the object that the browser returned (AuthenticationResponseJSON)."]);
        }
    }

    [Fact]
    public async Task Credential_of_a_passkey_has_at_most_16384_characters()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.RespondToAuthChallenge = _ => new SignInOutcome.Tokens(TestData.Tokens("access-1"));
        // Characters and not bytes: each of these has two.
        AnswerChallengeCommand With(int characters) => new("WEB_AUTHN", Session, "jane") { Credential = new JsonText($$"""{"id":"{{new string('é', characters - 9)}}"}""") };

        (await flows.Faults(With(16_385))).ShouldBe(["credential: It must have at most 16384 characters."]);
        (await flows.Send(With(16_384))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Raw_responses_must_be_strings()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new AnswerChallengeCommand("A_CHALLENGE_OF_NEXT_YEAR", Session, "jane") { Responses = new Dictionary<string, Secret> { ["ANSWER"] = null! } }))
            .ShouldBe(["responses: Its values must be strings."]);
    }

    [Fact]
    public async Task Fault_that_the_gateway_finds_in_raw_responses_reaches_the_caller()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.RespondToAuthChallenge = _ => AuthErrors.ValidationFailed;
        (await flows.Refusal(Full("A_CHALLENGE_OF_NEXT_YEAR"))).ShouldBe(AuthErrors.ValidationFailed);
    }

    [Theory]
    [InlineData("code_mismatch", "code_mismatch")]
    [InlineData("code_expired", "code_mismatch")]
    [InlineData("invalid_session", "invalid_session")]
    [InlineData("invalid_password", "invalid_password")]
    [InlineData("password_reused", "password_reused")]
    [InlineData("invalid_parameter", "invalid_parameter")]
    [InlineData("mfa_not_configured", "mfa_not_configured")]
    [InlineData("passkey_rejected", "passkey_rejected")]
    [InlineData("alias_taken", "alias_taken")]
    [InlineData("not_found", "invalid_credentials")]
    [InlineData("user_disabled", "invalid_credentials")]
    [InlineData("user_not_confirmed", "invalid_credentials")]
    [InlineData("attempts_exceeded", "invalid_credentials")]
    [InlineData("upstream_unavailable", "upstream_unavailable")]
    public async Task Errors_reveal_faults_of_the_answer_and_nothing_about_the_account(string code, string told)
    {
        await using var hidden = new FlowsUnderTest();
        hidden.Cognito.RespondToAuthChallenge = _ => TestData.Error(code);
        (await hidden.Refusal(Full("SMS_MFA"))).Code.ShouldBe(told);

        await using var revealed = new FlowsUnderTest(ExistenceErrors.Revealed);
        revealed.Cognito.RespondToAuthChallenge = _ => TestData.Error(code);
        (await revealed.Refusal(Full("SMS_MFA"))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Session_of_the_completed_sign_in_is_admitted()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.RespondToAuthChallenge = _ => new SignInOutcome.Tokens(TestData.Tokens("access-1"));
        await flows.Send(Full("SMS_MFA"));
        flows.CallLog.Entries.ShouldBe(["Mark", "RespondToAuthChallenge SMS_MFA jane", $"Admit {SomeSession.IdOf("session-1")} after 1"]);
    }

    /// <summary>An answer with every member; a challenge reads only its own.</summary>
    private static AnswerChallengeCommand Full(string name) => new(name, Session, "jane")
    {
        Code = new Secret("123456"),
        NewPassword = new Secret("Correct-horse-1"),
        Attributes = Attributes,
        Choice = "chosen",
        Password = new Secret("typed"),
        Credential = new JsonText("""{"id":"1"}"""),
        SrpA = "a1",
        Srp = new SrpProof(new Secret("sig"), new Secret("block"), "now"),
        Answer = new Secret("answered"),
        Responses = Responses,
    };
}
