using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class GetDeviceTests
{
    [Fact]
    public async Task Answers_the_device()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => TestData.Device();

        (await flows.Send(ValidRequests.GetDevice())).Value.ShouldBe(TestData.Device());
        flows.CallLog.Entries.ShouldBe([$"GetDevice access-1 {ValidRequests.DeviceKey}"]);
    }

    [Fact]
    public async Task Passes_on_that_there_is_none()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(ValidRequests.GetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(TestData.InvalidDeviceKeys), MemberType = typeof(TestData))]
    public async Task Asks_Cognito_for_nothing_but_device_keys(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.GetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
