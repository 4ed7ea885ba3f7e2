using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class GetDeviceTests
{
    [Fact]
    public async Task Answers_the_device()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => Some.Device();

        (await flows.Send(Commands.GetDevice())).Value.ShouldBe(Some.Device());
        flows.Journal.Entries.ShouldBe([$"GetDevice access-1 {Commands.DeviceKey}"]);
    }

    [Fact]
    public async Task Passes_on_that_there_is_none()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(Commands.GetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(Some.NoDeviceKeys), MemberType = typeof(Some))]
    public async Task Asks_Cognito_for_nothing_but_device_keys(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Commands.GetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
