using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Devices;

public sealed class ListDevicesTests
{
    [Fact]
    public async Task Requested_page_is_passed_to_Cognito()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        var page = new DevicePage([TestData.Device()], "more");
        flows.Cognito.ListDevices = (limit, nextToken) => (limit, nextToken) == (10, "here") ? page : AuthErrors.InvalidParameter;

        (await flows.Send(ValidRequests.ListDevices(10, "here"))).Value.ShouldBe(page);
        flows.CallLog.Entries.ShouldBe(["ListDevices access-1"]);
    }

    [Fact]
    public async Task Page_size_is_Cognitos_if_none_is_requested()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ListDevices = (limit, nextToken) => limit is null && nextToken is null ? new DevicePage([], null) : AuthErrors.InvalidParameter;

        (await flows.Send(ValidRequests.ListDevices())).Value.Devices.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(61)]
    [InlineData(-1)]
    public async Task Invalid_limits_and_tokens_of_pages_are_reported(int limit)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.ListDevices(limit, "has spaces"))).ShouldBe(["limit: It must be 1 to 60.", "nextToken: It must be the nextToken from an earlier response."]);
    }

    [Fact]
    public async Task Machine_token_is_refused()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.Token(username: null));

        (await flows.Refusal(ValidRequests.ListDevices())).Is(AuthErrors.Forbidden).ShouldBeTrue();
    }
}
