using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class ForgetDeviceTests
{
    [Fact]
    public async Task Forgets_the_device_however_long_ago_the_sign_in_is()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.ForgetDevice = _ => default(Success);

        (await flows.Send(ValidRequests.ForgetDevice())).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe([$"ForgetDevice access-1 {ValidRequests.DeviceKey}"]);
    }

    [Fact]
    public async Task Passes_on_that_there_is_none()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ForgetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(ValidRequests.ForgetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(TestData.InvalidDeviceKeys), MemberType = typeof(TestData))]
    public async Task Asks_Cognito_for_nothing_but_device_keys(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.ForgetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
