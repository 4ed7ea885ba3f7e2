using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Passkeys;

public sealed class StartPasskeyTests
{
    private static readonly StartPasskeyCommand Command = new(new Secret("access-1"));

    [Fact]
    public async Task Command_returns_Cognitos_options_unchanged()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.StartWebAuthnRegistration = () => new JsonText("""{"challenge":"abc"}""");

        (await flows.Send(Command)).Value.Text.ShouldBe("""{"challenge":"abc"}""");
        flows.CallLog.Entries.ShouldBe(["StartWebAuthnRegistration access-1"]);
    }

    [Fact]
    public async Task Pool_without_passkeys_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.StartWebAuthnRegistration = () => AuthErrors.NotEnabled;

        (await flows.Refusal(Command)).ShouldBe(AuthErrors.NotEnabled);
    }

    [Fact]
    public async Task Registration_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(Command)).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
