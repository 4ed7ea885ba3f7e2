using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Machine;

public sealed class GetClientTokenTests
{
    private static readonly MachineToken Token = new(new Secret("access-1"), "Bearer", 3600);

    [Fact]
    public async Task Gives_a_listed_client_the_token_that_Cognito_gives()
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => Token;

        (await flows.Send(ValidRequests.GetClientToken("machine2", "secret2", "orders/read", "orders/write"))).Value.ShouldBe(Token);
        flows.CallLog.Entries.ShouldBe(["GetClientToken machine2 secret2 orders/read orders/write"]);
    }

    [Theory]
    [InlineData("machine1", "machine1")]
    [InlineData("users", "machine1")]
    public async Task Answers_alike_for_a_wrong_secret_and_for_a_client_that_is_not_listed(string clientId, string asked)
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => AuthErrors.InvalidCredentials;

        var refusal = await flows.Refusal(ValidRequests.GetClientToken(clientId));

        refusal.Code.ShouldBe("invalid_credentials");
        refusal.Detail.ShouldBe("The client id or its secret is wrong.");
        flows.CallLog.Entries.ShouldBe([$"GetClientToken {asked} secret1 all"], "the time of the answer must not tell them apart");
    }

    [Fact]
    public async Task Gives_a_client_that_is_not_listed_no_token_for_the_secret_of_one_that_is()
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => Token;

        var refusal = await flows.Refusal(ValidRequests.GetClientToken("users"));

        refusal.Code.ShouldBe("invalid_credentials");
        refusal.Detail.ShouldBe("The client id or its secret is wrong.");
    }

    [Theory]
    [InlineData("machine1")]
    [InlineData("users")]
    public async Task Passes_on_outages_and_refused_scopes_alike(string clientId)
    {
        foreach (var code in (string[])["upstream_unavailable", "upstream_throttled", "upstream_timeout", "invalid_parameter", "not_enabled"])
        {
            await using var flows = Flows();
            flows.Cognito.GetClientToken = _ => TestData.Error(code);

            (await flows.Refusal(ValidRequests.GetClientToken(clientId))).Code.ShouldBe(code);
        }
    }

    [Fact]
    public async Task Asks_Cognito_for_nothing_where_no_machines_are_set_up()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(ValidRequests.GetClientToken())).Code.ShouldBe("invalid_credentials");
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_is_wrong_with_each_member()
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
    public async Task Takes_a_list_of_scopes_only(string scope)
    {
        await using var flows = Flows();

        (await flows.Faults(ValidRequests.GetClientToken(scopes: scope))).ShouldBe(["scopes: It must be at most 50 scopes."]);
    }

    [Fact]
    public async Task Takes_50_scopes_of_256_characters()
    {
        await using var flows = Flows();
        flows.Cognito.GetClientToken = _ => Token;

        (await flows.Faults(ValidRequests.GetClientToken(scopes: [.. Enumerable.Repeat("s", 51)]))).ShouldHaveSingleItem();
        (await flows.Faults(ValidRequests.GetClientToken(scopes: new string('s', 257)))).ShouldHaveSingleItem();
        (await flows.Send(ValidRequests.GetClientToken(scopes: [.. Enumerable.Repeat(new string('s', 256), 50)]))).Error.ShouldBeNull();
    }

    private static FlowsUnderTest Flows() => new(machineClientIds: ["machine1", "machine2"]);
}
