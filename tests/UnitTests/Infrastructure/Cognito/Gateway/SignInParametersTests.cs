using System.Text.Json;
using System.Text.Json.Nodes;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>Cognito's names for the parts of a sign-in.</summary>
public sealed class SignInParametersTests
{
    private static readonly ChallengeAnswer Code = new ChallengeAnswer.Code(new Secret("123456"));
    private static readonly ChallengeAnswer Proof = new ChallengeAnswer.SrpProof(new Secret("sig"), new Secret("block"), "now");

    public static TheoryData<SignInStart, string, string> Starts => new()
    {
        { new SignInStart.Password(new Secret("typed")), "USER_PASSWORD_AUTH", """{"PASSWORD":"typed"}""" },
        { new SignInStart.Srp("0aF9"), "USER_SRP_AUTH", """{"SRP_A":"0aF9"}""" },
        { new SignInStart.Custom(), "CUSTOM_AUTH", "{}" },
        { new SignInStart.Choice(), "USER_AUTH", "{}" },
        { new SignInStart.Choice("EMAIL_OTP"), "USER_AUTH", """{"PREFERRED_CHALLENGE":"EMAIL_OTP"}""" },
        { new SignInStart.ConfirmedSignUp(new Secret("a session")), "USER_AUTH", "{}" },
        { new SignInStart.Password(new Secret("typed")) { DeviceKey = "eu-west-1_0a" }, "USER_PASSWORD_AUTH", """{"PASSWORD":"typed","DEVICE_KEY":"eu-west-1_0a"}""" },
    };

    public static TheoryData<string, ChallengeAnswer, string> Answered => new()
    {
        { "SMS_MFA", Code, """{"SMS_MFA_CODE":"123456"}""" },
        { "SOFTWARE_TOKEN_MFA", Code, """{"SOFTWARE_TOKEN_MFA_CODE":"123456"}""" },
        { "EMAIL_OTP", Code, """{"EMAIL_OTP_CODE":"123456"}""" },
        { "SMS_OTP", Code, """{"SMS_OTP_CODE":"123456"}""" },
        { "NEW_PASSWORD_REQUIRED", new ChallengeAnswer.NewPassword(new Secret("new"), TestData.Map(("name", "Jane"))), """{"userAttributes.name":"Jane","NEW_PASSWORD":"new"}""" },
        { "NEW_PASSWORD_REQUIRED", new ChallengeAnswer.NewPassword(new Secret("new"), null), """{"NEW_PASSWORD":"new"}""" },
        { "SELECT_MFA_TYPE", new ChallengeAnswer.Choice("SMS_MFA"), """{"ANSWER":"SMS_MFA"}""" },
        { "SELECT_CHALLENGE", new ChallengeAnswer.Choice("c") { WithPassword = new Secret("p"), WithSrpPublicValue = "a1", WithCredential = new Secret("{}") }, """{"ANSWER":"c","PASSWORD":"p","SRP_A":"a1","CREDENTIAL":"{}"}""" },
        { "PASSWORD", new ChallengeAnswer.Password(new Secret("typed")), """{"PASSWORD":"typed"}""" },
        { "WEB_AUTHN", new ChallengeAnswer.Credential(new Secret("{}")), """{"CREDENTIAL":"{}"}""" },
        { "PASSWORD_SRP", new ChallengeAnswer.SrpStart("a1"), """{"SRP_A":"a1"}""" },
        { "PASSWORD_VERIFIER", Proof, """{"PASSWORD_CLAIM_SIGNATURE":"sig","PASSWORD_CLAIM_SECRET_BLOCK":"block","TIMESTAMP":"now"}""" },
        { "MFA_SETUP", new ChallengeAnswer.Nothing(), "{}" },
        { "CUSTOM_CHALLENGE", new ChallengeAnswer.Custom(new Secret("answered")), """{"ANSWER":"answered"}""" },
        { "A_CHALLENGE_OF_NEXT_YEAR", new ChallengeAnswer.Raw(new Dictionary<string, Secret> { ["NEXT_YEARS_ANSWER"] = new("yes") }), """{"NEXT_YEARS_ANSWER":"yes"}""" },
    };

    [Theory]
    [MemberData(nameof(Starts), DisableDiscoveryEnumeration = true)]
    public async Task The_start_of_a_sign_in_is_sent_as_the_flow_and_parameters_that_it_means(SignInStart start, string authFlow, string parameters)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("""{"ChallengeName":"SMS_MFA","Session":"s"}"""));

        (await pool.Gateway.StartSignIn("jane", start, default)).Error.ShouldBeNull();

        var body = JsonNode.Parse(pool.Requests.ShouldHaveSingleItem().Body)!;
        body["AuthFlow"]!.GetValue<string>().ShouldBe(authFlow);
        body["AuthParameters"].Deserialize<Dictionary<string, string>>().ShouldBe(WithName(parameters), ignoreOrder: true);
        body["Session"]?.GetValue<string>().ShouldBe(start is SignInStart.ConfirmedSignUp ? "a session" : null);
    }

    [Theory]
    [MemberData(nameof(Answered), DisableDiscoveryEnumeration = true)]
    public async Task An_answer_is_sent_as_the_responses_of_its_challenge(string challenge, ChallengeAnswer answer, string responses)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("""{"ChallengeName":"SMS_MFA","Session":"s"}"""));

        (await pool.Gateway.RespondToAuthChallenge(new AnsweredChallenge(challenge, new Secret("a session"), "jane", answer), default)).Error.ShouldBeNull();

        var body = JsonNode.Parse(pool.Requests.ShouldHaveSingleItem().Body)!;
        body["ChallengeName"]!.GetValue<string>().ShouldBe(challenge);
        body["Session"]!.GetValue<string>().ShouldBe("a session");
        body["ChallengeResponses"].Deserialize<Dictionary<string, string>>().ShouldBe(WithName(responses), ignoreOrder: true);
    }

    [Theory]
    [InlineData("USERNAME")]
    [InlineData("SECRET_HASH")]
    public async Task Raw_responses_that_only_the_gateway_sets_are_refused_before_Cognito_is_called(string response)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("{}"));
        var answer = new ChallengeAnswer.Raw(new Dictionary<string, Secret>(StringComparer.Ordinal) { [response] = new("x") });

        var error = (await pool.Gateway.RespondToAuthChallenge(new AnsweredChallenge("A_CHALLENGE_OF_NEXT_YEAR", new Secret("s"), "jane", answer), default)).Error.ShouldNotBeNull();

        error.Is(AuthErrors.ValidationFailed).ShouldBeTrue();
        error.Errors!.Keys.ShouldBe(["responses"]);
        pool.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void The_longest_session_of_Cognito_fits_with_the_mark_of_the_gateway() => AdminSession.Tag(new Secret(new string('s', 2_048))).Reveal().Length.ShouldBeLessThanOrEqualTo(ChallengeSession.MaximumLength);

    private static Dictionary<string, string> WithName(string parameters) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(parameters)!, StringComparer.Ordinal) { ["USERNAME"] = "jane" };
}
