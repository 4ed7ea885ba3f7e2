using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class UpdateDeviceTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Update_marks_the_device_as_remembered_or_not(bool remembered)
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
    public async Task Remembering_a_device_requires_a_recent_sign_in_and_the_reverse_does_not()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.UpdateDeviceStatus = _ => default(Success);

        (await flows.Refusal(ValidRequests.UpdateDevice(remembered: true))).ShouldBe(AuthErrors.ReauthenticationRequired);
        (await flows.Send(ValidRequests.UpdateDevice(remembered: false))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Update_without_a_value_is_refused()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.UpdateDevice(remembered: null))).ShouldBe(["remembered: It must be true or false."]);
    }

    [Theory]
    [MemberData(nameof(TestData.InvalidDeviceKeys), MemberType = typeof(TestData))]
    public async Task Invalid_device_key_is_refused_without_a_call(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.UpdateDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
