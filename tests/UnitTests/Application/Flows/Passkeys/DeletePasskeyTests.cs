using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Passkeys;

public sealed class DeletePasskeyTests
{
    private static readonly DeletePasskeyCommand Command = new(new Secret("access-1"), "an-id_0");

    [Fact]
    public async Task Command_deletes_the_passkey()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteWebAuthnCredential = id => id == "an-id_0" ? default(Success) : AuthErrors.NotFound;

        (await flows.Send(Command)).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["DeleteWebAuthnCredential access-1"]);
    }

    [Fact]
    public async Task Unknown_passkey_is_not_found()
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
    public async Task Invalid_id_is_refused(string id)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Command with { Id = id })).ShouldBe(["id: It must be the id of a passkey."]);
    }

    [Fact]
    public async Task Deletion_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(Command)).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
