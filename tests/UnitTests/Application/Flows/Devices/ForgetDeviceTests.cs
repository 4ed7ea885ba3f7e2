using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class ForgetDeviceTests
{
    [Fact]
    public async Task Device_is_forgotten_even_after_an_old_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(Some.OldToken());
        flows.Cognito.ForgetDevice = _ => default(Success);

        (await flows.Send(Commands.ForgetDevice())).Error.ShouldBeNull();
        flows.Journal.Entries.ShouldBe([$"ForgetDevice access-1 {Commands.DeviceKey}"]);
    }

    [Fact]
    public async Task Unknown_device_is_not_found()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ForgetDevice = _ => AuthErrors.NotFound;

        (await flows.Refusal(Commands.ForgetDevice())).ShouldBe(AuthErrors.NotFound);
    }

    [Theory]
    [MemberData(nameof(Some.NoDeviceKeys), MemberType = typeof(Some))]
    public async Task Invalid_device_key_is_refused_without_a_call(string key)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Commands.ForgetDevice(key))).ShouldContain(fault => fault.StartsWith("key: ", StringComparison.Ordinal));
    }
}
