using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

public sealed class VerifyTotpInSignInTests
{
    private static readonly VerifyTotpInSignInCommand Command = new(new Secret("a-session-of-twenty-characters"), new Secret("123456")) { DeviceName = "phone" };

    [Fact]
    public async Task Verification_returns_the_session_that_answers_the_challenge()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.VerifySoftwareToken = (owner, code, deviceName) =>
            (owner, code.Reveal(), deviceName) == (new TotpOwner.SigningIn(Command.Session), "123456", "phone") ? Result<Secret?>.Of(new Secret("the-next-session")) : AuthErrors.CodeMismatch;

        (await flows.Send(Command)).Value.Reveal().ShouldBe("the-next-session");
    }

    [Fact]
    public async Task Response_without_a_session_is_an_error()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.VerifySoftwareToken = (_, _, _) => Result<Secret?>.Of(null);
        (await flows.Refusal(Command)).Code.ShouldBe("upstream_invalid");
    }

    [Fact]
    public async Task Wrong_code_is_reported()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.VerifySoftwareToken = (_, _, _) => AuthErrors.CodeMismatch;
        (await flows.Refusal(Command)).Code.ShouldBe("code_mismatch");
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new VerifyTotpInSignInCommand(Secret.Empty, new Secret("12 456")) { DeviceName = new string('n', 257) }))
            .ShouldBe(["session: It must be a session from an earlier response.", "code: It must have 6 digits.", "deviceName: It must have at most 256 characters."]);
    }
}
