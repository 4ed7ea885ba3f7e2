using Amazon.CognitoIdentityProvider;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

public sealed class ChallengesTests
{
    [Fact]
    public void Reads_a_challenge_that_sent_a_code()
    {
        var challenge = Read("SMS_MFA", ("USER_ID_FOR_SRP", "real-name"), ("USERNAME", "other"), ("CODE_DELIVERY_DELIVERY_MEDIUM", "SMS"), ("CODE_DELIVERY_DESTINATION", "+*******1234"));

        challenge.Name.ShouldBe("SMS_MFA");
        challenge.Session.ShouldBe(new Secret("a session"));
        challenge.Username.ShouldBe("real-name");
        challenge.Delivery.ShouldBe(new CodeDelivery("SMS", "+*******1234", "phone_number"));
        challenge.Parameters.ShouldBeNull();
        challenge.Options.ShouldBeNull();
    }

    [Fact]
    public void Falls_back_to_the_name_that_was_typed()
    {
        Read("SMS_MFA", ("USERNAME", "other")).Username.ShouldBe("other");
        Read("SMS_MFA").Username.ShouldBe("jane");
    }

    [Fact]
    public void Reads_the_attributes_that_a_new_password_wants()
    {
        var challenge = Read("NEW_PASSWORD_REQUIRED", ("requiredAttributes", """["userAttributes.name","email"]"""), ("userAttributes", """{"email":"jane@example.com"}"""));

        challenge.RequiredAttributes.ShouldBe(["name", "email"]);
        challenge.Parameters!.Keys.ShouldBe(["userAttributes"]);
    }

    [Theory]
    [InlineData("MFAS_CAN_CHOOSE")]
    [InlineData("MFAS_CAN_SETUP")]
    public void Reads_what_can_be_chosen_from_the_parameters(string parameter) => Read("SELECT_MFA_TYPE", (parameter, """["SMS_MFA","SOFTWARE_TOKEN_MFA"]""")).Options.ShouldBe(["SMS_MFA", "SOFTWARE_TOKEN_MFA"]);

    [Fact]
    public void Reads_what_can_be_chosen_from_the_answer_itself()
    {
        var outcome = Challenges.Outcome(null, ChallengeNameType.FindValue("SELECT_CHALLENGE"), "s", null, ["PASSWORD", "WEB_AUTHN"], "jane").Value;
        outcome.ShouldBeOfType<SignInOutcome.ChallengeRequired>().Challenge.Options.ShouldBe(["PASSWORD", "WEB_AUTHN"]);
    }

    [Fact]
    public void Reads_what_the_browser_wants_for_a_passkey()
    {
        var challenge = Read("WEB_AUTHN", ("CREDENTIAL_REQUEST_OPTIONS", """ {"challenge":"abc"} """));

        challenge.CredentialRequestOptions.ShouldBe(new JsonText("""{"challenge":"abc"}"""));
        challenge.PasskeyChallenge.ShouldBe("abc");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"challenge":1}""")]
    [InlineData("not json")]
    public void Leaves_out_a_passkey_challenge_that_cannot_be_read(string options) => Read("WEB_AUTHN", ("CREDENTIAL_REQUEST_OPTIONS", options)).PasskeyChallenge.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    public void Leaves_out_lists_that_cannot_be_read(string text)
    {
        Read("NEW_PASSWORD_REQUIRED", ("requiredAttributes", text)).RequiredAttributes.ShouldBeNull();
        Read("SELECT_MFA_TYPE", ("MFAS_CAN_CHOOSE", text)).Options.ShouldBeNull();
    }

    [Fact]
    public void Passes_what_it_does_not_know_on()
    {
        var challenge = Read("A_NEW_CHALLENGE", ("A_NEW_PARAMETER", "value"));

        challenge.Name.ShouldBe("A_NEW_CHALLENGE");
        challenge.Parameters!["A_NEW_PARAMETER"].ShouldBe("value");
    }

    [Fact]
    public void Has_no_session_where_Cognito_gives_none()
    {
        var outcome = Challenges.Outcome(null, ChallengeNameType.FindValue("PASSWORD_VERIFIER"), "", [], null, "jane").Value;
        outcome.ShouldBeOfType<SignInOutcome.ChallengeRequired>().Challenge.Session.ShouldBeNull();
    }

    private static Challenge Read(string name, params (string Key, string Value)[] parameters)
    {
        var outcome = Challenges.Outcome(null, ChallengeNameType.FindValue(name), "a session", parameters.ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal), null, "jane");
        return outcome.Value.ShouldBeOfType<SignInOutcome.ChallengeRequired>().Challenge;
    }
}
