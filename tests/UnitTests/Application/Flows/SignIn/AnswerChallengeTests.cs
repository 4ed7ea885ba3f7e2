using System.Text.Json;
using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

public sealed class AnswerChallengeTests
{
    private static readonly Secret Session = new("a-session-of-twenty-characters");

    public static TheoryData<string, string> Answers => new()
    {
        { "SMS_MFA", """{"SMS_MFA_CODE":"123456"}""" },
        { "SOFTWARE_TOKEN_MFA", """{"SOFTWARE_TOKEN_MFA_CODE":"123456"}""" },
        { "EMAIL_OTP", """{"EMAIL_OTP_CODE":"123456"}""" },
        { "SMS_OTP", """{"SMS_OTP_CODE":"123456"}""" },
        { "NEW_PASSWORD_REQUIRED", """{"userAttributes.name":"Jane","NEW_PASSWORD":"Correct-horse-1"}""" },
        { "SELECT_MFA_TYPE", """{"ANSWER":"chosen"}""" },
        { "SELECT_CHALLENGE", """{"ANSWER":"chosen","PASSWORD":"typed","SRP_A":"a1","CREDENTIAL":"{\u0022id\u0022:\u00221\u0022}"}""" },
        { "PASSWORD", """{"PASSWORD":"typed"}""" },
        { "WEB_AUTHN", """{"CREDENTIAL":"{\u0022id\u0022:\u00221\u0022}"}""" },
        { "PASSWORD_SRP", """{"SRP_A":"a1"}""" },
        { "PASSWORD_VERIFIER", """{"PASSWORD_CLAIM_SIGNATURE":"sig","PASSWORD_CLAIM_SECRET_BLOCK":"block","TIMESTAMP":"now"}""" },
        { "DEVICE_SRP_AUTH", $$"""{"SRP_A":"a1","DEVICE_KEY":"{{Commands.DeviceKey}}"}""" },
        { "DEVICE_PASSWORD_VERIFIER", $$"""{"PASSWORD_CLAIM_SIGNATURE":"sig","PASSWORD_CLAIM_SECRET_BLOCK":"block","TIMESTAMP":"now","DEVICE_KEY":"{{Commands.DeviceKey}}"}""" },
        { "MFA_SETUP", "{}" },
        { "CUSTOM_CHALLENGE", """{"ANSWER":"answered"}""" },
        { "A_CHALLENGE_OF_NEXT_YEAR", """{"NEXT_YEARS_ANSWER":"yes"}""" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Gives_Cognito_the_members_of_the_challenge_by_its_names_and_no_others(string name, string expected)
    {
        await using var flows = new FlowsUnderTest();
        AnswerCall? sent = null;
        flows.Cognito.RespondToAuthChallenge = call =>
        {
            sent = call;
            return new SignInOutcome.Tokens(Some.Tokens("access-1"));
        };

        // A device's key is the part of an answer that any of them may have.
        var command = name.StartsWith("DEVICE_", StringComparison.Ordinal) ? Full(name) with { DeviceKey = Commands.DeviceKey } : Full(name);
        (await flows.Send(command)).Error.ShouldBeNull();

        sent!.Name.ShouldBe(name);
        sent.Session.ShouldBe(Session);
        sent.Responses.ShouldBe(JsonSerializer.Deserialize<Dictionary<string, string>>(expected)!, ignoreOrder: true);
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
    public async Task Names_the_members_that_are_missing(string name, params string[] members)
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new AnswerChallengeCommand(name, Session, "jane"))).Select(fault => fault.Split(':')[0]).ShouldBe(members, ignoreOrder: true);
    }

    [Fact]
    public async Task Refuses_a_weak_new_password_and_reserved_attributes()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new AnswerChallengeCommand("NEW_PASSWORD_REQUIRED", Session, "jane") { NewPassword = new Secret("weak-Password"), Attributes = Some.Map(("email_verified", "true")) }))
            .ShouldBe(["newPassword: It must have a digit.", "attributes.email_verified: This attribute cannot be set."], ignoreOrder: true);
    }

    [Theory]
    [InlineData("\"{}\"")]
    [InlineData("[1]")]
    [InlineData("1")]
    public async Task Wants_a_passkeys_answer_as_an_object(string credential)
    {
        await using var flows = new FlowsUnderTest();
        foreach (var name in (string[])["WEB_AUTHN", "SELECT_CHALLENGE"])
        {
            (await flows.Faults(new AnswerChallengeCommand(name, Session, "jane") { Choice = "WEB_AUTHN", Credential = new JsonText(credential) }))
                .ShouldBe(["credential: It must be the object that the browser made (AuthenticationResponseJSON)."]);
        }
    }

    [Theory]
    [InlineData("USERNAME")]
    [InlineData("SECRET_HASH")]
    public async Task Leaves_the_names_responses_to_the_gateway(string response)
    {
        await using var flows = new FlowsUnderTest();
        var command = new AnswerChallengeCommand("A_CHALLENGE_OF_NEXT_YEAR", Session, "jane") { Responses = new Dictionary<string, Secret> { [response] = new("x") } };
        (await flows.Faults(command)).ShouldHaveSingleItem().ShouldStartWith("responses: ");
    }

    [Theory]
    [InlineData("code_mismatch", "code_mismatch")]
    [InlineData("code_expired", "code_mismatch")]
    [InlineData("invalid_session", "invalid_session")]
    [InlineData("invalid_password", "invalid_password")]
    [InlineData("user_disabled", "invalid_credentials")]
    [InlineData("user_not_confirmed", "invalid_credentials")]
    [InlineData("attempts_exceeded", "invalid_credentials")]
    [InlineData("upstream_unavailable", "upstream_unavailable")]
    public async Task Tells_what_is_wrong_with_the_answer_and_nothing_of_the_account(string code, string told)
    {
        await using var hidden = new FlowsUnderTest();
        hidden.Cognito.RespondToAuthChallenge = _ => Some.Error(code);
        (await hidden.Refusal(Full("SMS_MFA"))).Code.ShouldBe(told);

        await using var revealed = new FlowsUnderTest(ExistenceErrors.Revealed);
        revealed.Cognito.RespondToAuthChallenge = _ => Some.Error(code);
        (await revealed.Refusal(Full("SMS_MFA"))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Admits_the_session_that_it_ends_with()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", Some.Token());
        flows.Cognito.RespondToAuthChallenge = _ => new SignInOutcome.Tokens(Some.Tokens("access-1"));
        await flows.Send(Full("SMS_MFA"));
        flows.Journal.Entries.ShouldBe(["Mark", "RespondToAuthChallenge SMS_MFA jane", $"Admit {SomeSession.IdOf("session-1")} after 1"]);
    }

    /// <summary>An answer with every member, of which a challenge takes its own.</summary>
    private static AnswerChallengeCommand Full(string name) => new(name, Session, "jane")
    {
        Code = new Secret("123456"),
        NewPassword = new Secret("Correct-horse-1"),
        Attributes = Some.Map(("name", "Jane")),
        Choice = "chosen",
        Password = new Secret("typed"),
        Credential = new JsonText("""{"id":"1"}"""),
        SrpA = "a1",
        Srp = new SrpProof(new Secret("sig"), new Secret("block"), "now"),
        Answer = new Secret("answered"),
        Responses = new Dictionary<string, Secret> { ["NEXT_YEARS_ANSWER"] = new("yes") },
    };
}
