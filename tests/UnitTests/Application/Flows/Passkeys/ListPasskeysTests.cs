using CognitoAuth.Application.Flows.Passkeys;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Passkeys;

public sealed class ListPasskeysTests
{
    private static readonly ListPasskeysQuery Query = new(new Secret("access-1"));

    [Fact]
    public async Task Query_returns_the_requested_page()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        var page = new PasskeyPage([], "page-3");
        flows.Cognito.ListWebAuthnCredentials = (limit, nextToken) => (limit, nextToken) == (5, "page-2") ? page : AuthErrors.InvalidParameter;

        (await flows.Send(Query with { Limit = 5, NextToken = "page-2" })).Value.ShouldBe(page);
        flows.CallLog.Entries.ShouldBe(["ListWebAuthnCredentials access-1"]);
    }

    [Theory]
    [InlineData(0, null, "limit: It must be 1 to 20.")]
    [InlineData(21, null, "limit: It must be 1 to 20.")]
    [InlineData(20, "", "nextToken: It must be the nextToken from an earlier response.")]
    [InlineData(1, "a b", "nextToken: It must not have spaces.")]
    public async Task Values_beyond_Cognitos_limits_are_refused(int limit, string? nextToken, string fault)
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(Query with { Limit = limit, NextToken = nextToken })).ShouldBe([fault]);
    }

    [Fact]
    public async Task List_requires_no_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());
        flows.Cognito.ListWebAuthnCredentials = (_, _) => new PasskeyPage([], null);

        (await flows.Send(Query)).Error.ShouldBeNull();
    }
}
