using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Passkeys;

public sealed class CompletePasskeyTests
{
    [Fact]
    public async Task Gives_Cognito_what_the_browser_made()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        JsonText? sent = null;
        flows.Cognito.CompleteWebAuthnRegistration = credential =>
        {
            sent = credential;
            return default(Success);
        };

        (await flows.Send(Command("""{"id":"1"}"""))).Error.ShouldBeNull();
        sent!.Text.ShouldBe("""{"id":"1"}""");
        flows.CallLog.Entries.ShouldBe(["CompleteWebAuthnRegistration access-1"]);
    }

    [Fact]
    public async Task Passes_on_that_the_passkey_was_rejected()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.CompleteWebAuthnRegistration = _ => AuthErrors.PasskeyRejected;

        (await flows.Refusal(Command("{}"))).ShouldBe(AuthErrors.PasskeyRejected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("\"{}\"")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task Wants_an_object(string? credential)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Command(credential))).ShouldBe(["credential: It must be the object that the browser made (RegistrationResponseJSON)."]);
    }

    [Fact]
    public async Task Wants_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(Command("{}"))).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    private static CompletePasskeyCommand Command(string? credential) => new(new Secret("access-1"), credential is null ? null : new JsonText(credential));
}
