using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class GetDeviceTests
{
    [Fact]
    public async Task Query_returns_the_device()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => Some.Device();

        (await flows.Send(Commands.GetDevice())).Value.ShouldBe(Some.Device());
        flows.Journal.Entries.ShouldBe([$"GetDevice access-1 {Commands.DeviceKey}"]);
    }

    [Fact]
    public async Task Unknown_device_is_not_found()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(Commands.GetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(Some.NoDeviceKeys), MemberType = typeof(Some))]
    public async Task Invalid_device_key_is_refused_without_a_call(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Commands.GetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
