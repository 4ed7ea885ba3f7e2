using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class ForgetDeviceTests
{
    [Fact]
    public async Task Forgets_the_device_however_long_ago_the_sign_in_is()
    {
        await using var flows = FlowsUnderTest.SignedIn(Some.OldToken());
        flows.Cognito.ForgetDevice = _ => default(Success);

        (await flows.Send(Commands.ForgetDevice())).Error.ShouldBeNull();
        flows.Journal.Entries.ShouldBe([$"ForgetDevice access-1 {Commands.DeviceKey}"]);
    }

    [Fact]
    public async Task Passes_on_that_there_is_none()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ForgetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(Commands.ForgetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(Some.NoDeviceKeys), MemberType = typeof(Some))]
    public async Task Asks_Cognito_for_nothing_but_device_keys(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Commands.ForgetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
