using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class GetMeTests
{
    [Fact]
    public async Task Query_returns_Cognitos_profile_of_the_tokens_user()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", Some.Token());
        var profile = Some.Profile();
        flows.Cognito.GetUser = _ => profile;

        (await flows.Send(Commands.GetMe())).Value.ShouldBe(profile);
        flows.Journal.Entries.ShouldBe(["GetUser access-1"]);
    }

    [Fact]
    public async Task Refusal_of_the_token_by_Cognito_is_returned()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", Some.Token());
        flows.Cognito.GetUser = _ => AuthErrors.InvalidToken;

        (await flows.Refusal(Commands.GetMe())).ShouldBe(AuthErrors.InvalidToken);
    }

    [Fact]
    public async Task Query_without_a_valid_token_makes_no_call()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(Commands.GetMe("forged"))).Is(AuthErrors.InvalidToken).ShouldBeTrue();
        flows.Journal.Entries.ShouldBeEmpty();
    }
}
