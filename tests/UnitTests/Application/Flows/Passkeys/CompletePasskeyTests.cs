using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Passkeys;

public sealed class CompletePasskeyTests
{
    [Fact]
    public async Task Browsers_credential_is_passed_to_Cognito()
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
    public async Task Rejected_passkey_is_reported()
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
    public async Task Credential_that_is_not_an_object_is_refused(string? credential)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Command(credential))).ShouldBe(["credential: It must be the object that the browser returned (RegistrationResponseJSON)."]);
    }

    [Fact]
    public async Task Registration_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(Command("{}"))).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    private static CompletePasskeyCommand Command(string? credential) => new(new Secret("access-1"), credential is null ? null : new JsonText(credential));
}
