using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

public sealed class VerifyAccessTests
{
    [Theory]
    [InlineData(new string[0], new string[0], null)]
    [InlineData(new[] { "admins" }, new string[0], null)]
    [InlineData(new[] { "guests", "admins" }, new string[0], null)]
    [InlineData(new[] { "guests" }, new string[0], "not in group")]
    [InlineData(new[] { "Admins" }, new string[0], "not in group")]
    [InlineData(new string[0], new[] { "orders/read" }, null)]
    [InlineData(new string[0], new[] { "orders/read", "orders/write" }, null)]
    [InlineData(new string[0], new[] { "orders/read", "orders/delete" }, "scope missing")]
    [InlineData(new[] { "admins" }, new[] { "orders/delete" }, "scope missing")]
    [InlineData(new[] { "guests" }, new[] { "orders/read" }, "not in group")]
    public async Task Token_needs_one_of_the_groups_and_all_of_the_scopes(string[] groups, string[] scopes, string? refusal)
    {
        await using var flows = new FlowsUnderTest();
        var token = TestData.Token(groups: ["admins", "staff"], scopes: ["orders/read", "orders/write"]);
        flows.Verifier.Knows("access-1", token);

        var result = await flows.Send(ValidRequests.VerifyAccess(groups: groups, scopes: scopes));

        result.Error.ShouldBe(refusal is null ? null : AuthErrors.Forbidden.Because(refusal));
        if (refusal is null) result.Value.ShouldBe(token);
    }

    [Fact]
    public async Task Machine_tokens_are_accepted()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token(username: null, scopes: ["orders/read"]));

        (await flows.Send(ValidRequests.VerifyAccess(scopes: ["orders/read"]))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Empty_names_are_reported_by_their_parameter()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());

        (await flows.Faults(ValidRequests.VerifyAccess(groups: ["admins", ""], scopes: [""]))).ShouldBe(["group[1]: It must not be empty.", "scope[0]: It must not be empty."]);
    }
}
