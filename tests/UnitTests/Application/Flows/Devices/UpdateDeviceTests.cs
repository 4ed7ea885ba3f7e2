using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class UpdateDeviceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Says_whether_the_device_is_remembered(bool remembered)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        bool? sent = null;
        flows.Cognito.UpdateDeviceStatus = status =>
        {
            sent = status;
            return default(Success);
        };

        (await flows.Send(ValidRequests.UpdateDevice(remembered: remembered))).Error.ShouldBeNull();
        sent.ShouldBe(remembered);
        flows.CallLog.Entries.ShouldBe([$"UpdateDeviceStatus access-1 {ValidRequests.DeviceKey}"]);
    }

    [Fact]
    public async Task Wants_a_recent_sign_in_to_trust_a_device_and_none_to_trust_it_no_longer()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.UpdateDeviceStatus = _ => default(Success);

        (await flows.Refusal(ValidRequests.UpdateDevice(remembered: true))).ShouldBe(AuthErrors.ReauthenticationRequired);
        (await flows.Send(ValidRequests.UpdateDevice(remembered: false))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Wants_to_be_told_which()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.UpdateDevice(remembered: null))).ShouldBe(["remembered: It must be true or false."]);
    }

    [Theory]
    [MemberData(nameof(TestData.InvalidDeviceKeys), MemberType = typeof(TestData))]
    public async Task Asks_Cognito_for_nothing_but_device_keys(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.UpdateDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
