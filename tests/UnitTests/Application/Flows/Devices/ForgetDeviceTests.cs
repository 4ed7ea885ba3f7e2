using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class ForgetDeviceTests
{
    [Fact]
    public async Task Device_is_forgotten_even_after_an_old_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.ForgetDevice = _ => default(Success);

        (await flows.Send(ValidRequests.ForgetDevice())).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe([$"ForgetDevice access-1 {ValidRequests.DeviceKey}"]);
    }

    [Fact]
    public async Task Unknown_device_is_not_found()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ForgetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(ValidRequests.ForgetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(TestData.InvalidDeviceKeys), MemberType = typeof(TestData))]
    public async Task Invalid_device_key_is_refused_without_a_call(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.ForgetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
