using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class GetMeTests
{
    [Fact]
    public async Task Answers_the_profile_that_Cognito_has_for_the_token()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", Some.Token());
        var profile = Some.Profile();
        flows.Cognito.GetUser = _ => profile;

        (await flows.Send(Commands.GetMe())).Value.ShouldBe(profile);
        flows.Journal.Entries.ShouldBe(["GetUser access-1"]);
    }

    [Fact]
    public async Task Passes_on_that_Cognito_refused_the_token()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", Some.Token());
        flows.Cognito.GetUser = _ => AuthErrors.InvalidToken;

        (await flows.Refusal(Commands.GetMe())).ShouldBe(AuthErrors.InvalidToken);
    }

    [Fact]
    public async Task Asks_nobody_without_a_valid_token()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(Commands.GetMe("forged"))).Is(AuthErrors.InvalidToken).ShouldBeTrue();
        flows.Journal.Entries.ShouldBeEmpty();
    }
}
