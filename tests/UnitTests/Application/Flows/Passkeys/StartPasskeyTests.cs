using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Passkeys;

public sealed class StartPasskeyTests
{
    private static readonly StartPasskeyCommand Command = new(new Secret("access-1"));

    [Fact]
    public async Task Answers_what_the_browser_needs_as_Cognito_says_it()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.StartWebAuthnRegistration = () => new JsonText("""{"challenge":"abc"}""");

        (await flows.Send(Command)).Value.Text.ShouldBe("""{"challenge":"abc"}""");
        flows.CallLog.Entries.ShouldBe(["StartWebAuthnRegistration access-1"]);
    }

    [Fact]
    public async Task Passes_on_that_the_pool_has_no_passkeys()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.StartWebAuthnRegistration = () => AuthErrors.NotEnabled;

        (await flows.Refusal(Command)).ShouldBe(AuthErrors.NotEnabled);
    }

    [Fact]
    public async Task Wants_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(Command)).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
