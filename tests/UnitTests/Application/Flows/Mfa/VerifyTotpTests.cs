using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Mfa;

public sealed class VerifyTotpTests
{
    [Fact]
    public async Task Code_registers_the_authenticator()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.VerifySoftwareToken = (_, code, deviceName) => (code.Reveal(), deviceName) == ("123456", "Jane's phone") ? Result<Secret?>.Of(null) : AuthErrors.CodeMismatch;

        (await flows.Send(ValidRequests.VerifyTotp(deviceName: "Jane's phone"))).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["VerifySoftwareToken access-1"]);
    }

    [Fact]
    public async Task Wrong_code_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.VerifySoftwareToken = (_, _, _) => AuthErrors.CodeMismatch;

        (await flows.Refusal(ValidRequests.VerifyTotp())).ShouldBe(AuthErrors.CodeMismatch);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12 456")]
    [InlineData("12345a")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666")]
    public async Task Code_that_is_not_six_digits_is_refused(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.VerifyTotp(code, new string('n', 257)))).ShouldBe(["code: It must have 6 digits.", "deviceName: It must have at most 256 characters."]);
    }

    [Fact]
    public async Task Verification_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(ValidRequests.VerifyTotp())).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
