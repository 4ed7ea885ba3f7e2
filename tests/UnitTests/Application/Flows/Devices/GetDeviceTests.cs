using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class GetDeviceTests
{
    [Fact]
    public async Task Query_returns_the_device()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => TestData.Device();

        (await flows.Send(ValidRequests.GetDevice())).Value.ShouldBe(TestData.Device());
        flows.CallLog.Entries.ShouldBe([$"GetDevice access-1 {ValidRequests.DeviceKey}"]);
    }

    [Fact]
    public async Task Unknown_device_is_not_found()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(ValidRequests.GetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(TestData.InvalidDeviceKeys), MemberType = typeof(TestData))]
    public async Task Invalid_device_key_is_refused_without_a_call(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.GetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
