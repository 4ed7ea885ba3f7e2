using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Passkeys;

public sealed class DeletePasskeyTests
{
    private static readonly DeletePasskeyCommand Command = new(new Secret("access-1"), "an-id_0");

    [Fact]
    public async Task Deletes_the_passkey()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteWebAuthnCredential = id => id == "an-id_0" ? default(Success) : AuthErrors.NotFound;

        (await flows.Send(Command)).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["DeleteWebAuthnCredential access-1"]);
    }

    [Fact]
    public async Task Passes_on_that_there_is_none()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteWebAuthnCredential = _ => AuthErrors.NotFound;

        (await flows.Refusal(Command)).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a\n")]
    public async Task Refuses_what_is_no_id(string id)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Command with { Id = id })).ShouldBe(["id: It must be the id of a passkey."]);
    }

    [Fact]
    public async Task Wants_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(Command)).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
