using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class ConfirmDeviceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Confirmation_returns_whether_the_user_must_agree(bool isNecessary)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ConfirmDevice = (name, verifier) => (name, verifier.Salt!.Reveal(), verifier.PasswordVerifier!.Reveal()) == ("laptop", "c2FsdA==", "dmVyaWZpZXI=") ? isNecessary : AuthErrors.InvalidParameter;

        (await flows.Send(ValidRequests.ConfirmDevice(name: "laptop"))).Value.UserConfirmationNecessary.ShouldBe(isNecessary);
        flows.CallLog.Entries.ShouldBe([$"ConfirmDevice access-1 {ValidRequests.DeviceKey}"]);
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.ConfirmDevice(name: new string('n', 257), verifier: new DeviceSecretVerifier(null, new Secret("no base64"))))).ShouldBe(
            ["name: It must have at most 256 characters.", "secretVerifier.salt: It must be a number in Base64.", "secretVerifier.passwordVerifier: It must be a number in Base64."]);
        (await flows.Faults(ValidRequests.ConfirmDevice() with { SecretVerifier = null })).ShouldBe(["secretVerifier: It is required."]);
        (await flows.Faults(ValidRequests.ConfirmDevice(verifier: new DeviceSecretVerifier(new Secret(""), new Secret(new string('A', 1_028)))))).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Confirmation_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(ValidRequests.ConfirmDevice())).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(TestData.InvalidDeviceKeys), MemberType = typeof(TestData))]
    public async Task Invalid_device_key_is_refused_without_a_call(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.ConfirmDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
