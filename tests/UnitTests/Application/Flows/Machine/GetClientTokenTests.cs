using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Machine;

public sealed class GetClientTokenTests
{
    private static readonly MachineToken Token = new(new Secret("access-1"), "Bearer", 3600);

    [Fact]
    public async Task Listed_client_gets_Cognitos_token()
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => Token;

        (await flows.Send(ValidRequests.GetClientToken("machine2", "secret2", "orders/read", "orders/write"))).Value.ShouldBe(Token);
        flows.CallLog.Entries.ShouldBe(["GetClientToken machine2 secret2 orders/read orders/write"]);
    }

    [Theory]
    [InlineData("machine1", "machine1")]
    [InlineData("users", "machine1")]
    public async Task Wrong_secret_and_unlisted_client_get_the_same_error(string clientId, string asked)
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => AuthErrors.InvalidCredentials;

        var refusal = await flows.Refusal(ValidRequests.GetClientToken(clientId));

        refusal.Code.ShouldBe("invalid_credentials");
        refusal.Detail.ShouldBe("The client id or the client secret is wrong.");
        flows.CallLog.Entries.ShouldBe([$"GetClientToken {asked} secret1 all"], "the duration must not distinguish them");
    }

    [Fact]
    public async Task Unlisted_client_gets_no_token_with_the_secret_of_a_listed_one()
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => Token;

        var refusal = await flows.Refusal(ValidRequests.GetClientToken("users"));

        refusal.Code.ShouldBe("invalid_credentials");
        refusal.Detail.ShouldBe("The client id or the client secret is wrong.");
    }

    [Theory]
    [InlineData("machine1")]
    [InlineData("users")]
    public async Task Outages_and_refused_scopes_are_returned_for_every_client(string clientId)
    {
        foreach (var code in (string[])["upstream_unavailable", "upstream_throttled", "upstream_timeout", "invalid_parameter", "not_enabled"])
        {
            await using var flows = Flows();
            flows.Cognito.GetClientToken = _ => TestData.Error(code);

            (await flows.Refusal(ValidRequests.GetClientToken(clientId))).Code.ShouldBe(code);
        }
    }

    [Fact]
    public async Task Command_makes_no_call_if_no_machine_clients_are_configured()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(ValidRequests.GetClientToken())).Code.ShouldBe("invalid_credentials");
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = Flows();

        (await flows.Faults(ValidRequests.GetClientToken("", ""))).ShouldBe(["clientId: It must be an app client's id.", "clientSecret: It must have 1 to 64 characters."]);
        (await flows.Faults(ValidRequests.GetClientToken("a b", new string('s', 65)))).Count.ShouldBe(2);
        (await flows.Faults(ValidRequests.GetClientToken("machine1\n"))).ShouldBe(["clientId: It must be an app client's id."]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("orders/read orders/write")]
    [InlineData("orders/\"read\"")]
    [InlineData("orders\\read")]
    [InlineData("orders/r\u00e9ad")]
    public async Task Invalid_scopes_are_refused(string scope)
    {
        await using var flows = Flows();

        (await flows.Faults(ValidRequests.GetClientToken(scopes: scope))).ShouldBe(["scopes: It must have at most 50 scopes."]);
    }

    [Fact]
    public async Task Up_to_50_scopes_of_256_characters_are_accepted()
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => Token;

        (await flows.Faults(ValidRequests.GetClientToken(scopes: [.. Enumerable.Repeat("s", 51)]))).ShouldHaveSingleItem();
        (await flows.Faults(ValidRequests.GetClientToken(scopes: new string('s', 257)))).ShouldHaveSingleItem();
        (await flows.Send(ValidRequests.GetClientToken(scopes: [.. Enumerable.Repeat(new string('s', 256), 50)]))).Error.ShouldBeNull();
    }

    private static FlowsUnderTest Flows() => new(machineClientIds: ["machine1", "machine2"]);
}
