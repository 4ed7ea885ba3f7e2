using System.Reflection;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.LocalCognito.Challenges;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

/// <summary>A challenge is one row here and one file in the embedded pool. The two are independent, so that each checks the other.</summary>
public sealed class ChallengesTests
{
    [Fact]
    public void Each_challenge_has_one_row_here_and_one_file_in_the_embedded_pool() =>
        ChallengeAnswers.Known.Names.ShouldBe(ChallengeTable.Names, ignoreOrder: true);

    [Fact]
    public void Challenges_that_send_codes_are_those_that_the_embedded_pool_sends_messages_for()
    {
        var sending = typeof(MessageChallenge).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(MessageChallenge)))
            .Select(type => (MessageChallenge)Activator.CreateInstance(type)!).ToDictionary(challenge => challenge.Name, AttributeOf, StringComparer.Ordinal);

        sending.Count.ShouldBeGreaterThanOrEqualTo(3);
        ChallengeAnswers.Known.Rows.Where(row => row.SendsCodeTo is not null).ToDictionary(row => row.Name, row => row.SendsCodeTo, StringComparer.Ordinal).ShouldBe(sending, ignoreOrder: true);
    }

    // The parameter of a primary constructor, which the compiler keeps in a field.
    private static string? AttributeOf(MessageChallenge challenge) => (string?)typeof(MessageChallenge).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        .Single(field => field.Name.Contains("attribute", StringComparison.Ordinal)).GetValue(challenge);
}
