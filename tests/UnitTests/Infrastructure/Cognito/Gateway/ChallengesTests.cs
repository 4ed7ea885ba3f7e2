using Amazon.CognitoIdentityProvider;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito.Gateway;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

public sealed class ChallengesTests
{
    [Fact]
    public void A_challenge_that_sent_a_code_has_its_delivery()
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
    public void A_challenge_without_a_username_has_the_one_that_was_typed()
    {
        Read("SMS_MFA", ("USERNAME", "other")).Username.ShouldBe("other");
        Read("SMS_MFA").Username.ShouldBe("jane");
    }

    [Fact]
    public void A_new_password_challenge_has_its_required_attributes()
    {
        var challenge = Read("NEW_PASSWORD_REQUIRED", ("requiredAttributes", """["userAttributes.name","email"]"""), ("userAttributes", """{"email":"jane@example.com"}"""));

        challenge.RequiredAttributes.ShouldBe(["name", "email"]);
        challenge.Parameters!.Keys.ShouldBe(["userAttributes"]);
    }

    [Theory]
    [InlineData("MFAS_CAN_CHOOSE")]
    [InlineData("MFAS_CAN_SETUP")]
    public void Options_are_read_from_the_parameters(string parameter) => Read("SELECT_MFA_TYPE", (parameter, """["SMS_MFA","SOFTWARE_TOKEN_MFA"]""")).Options.ShouldBe(["SMS_MFA", "SOFTWARE_TOKEN_MFA"]);

    [Fact]
    public void Options_are_read_from_the_response_itself()
    {
        var outcome = Challenges.Outcome(null, ChallengeNameType.FindValue("SELECT_CHALLENGE"), "s", null, ["PASSWORD", "WEB_AUTHN"], "jane").Value;
        outcome.ShouldBeOfType<SignInOutcome.ChallengeRequired>().Challenge.Options.ShouldBe(["PASSWORD", "WEB_AUTHN"]);
    }

    [Fact]
    public void The_request_options_of_a_passkey_are_read()
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
    public void A_passkey_challenge_that_cannot_be_read_is_left_out(string options) => Read("WEB_AUTHN", ("CREDENTIAL_REQUEST_OPTIONS", options)).PasskeyChallenge.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{}")]
    public void Lists_that_cannot_be_read_are_left_out(string text)
    {
        Read("NEW_PASSWORD_REQUIRED", ("requiredAttributes", text)).RequiredAttributes.ShouldBeNull();
        Read("SELECT_MFA_TYPE", ("MFAS_CAN_CHOOSE", text)).Options.ShouldBeNull();
    }

    [Fact]
    public void Unknown_parameters_are_passed_on()
    {
        var challenge = Read("A_NEW_CHALLENGE", ("A_NEW_PARAMETER", "value"));

        challenge.Name.ShouldBe("A_NEW_CHALLENGE");
        challenge.Parameters!["A_NEW_PARAMETER"].ShouldBe("value");
    }

    [Fact]
    public void A_challenge_has_no_session_when_Cognito_sends_none()
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
