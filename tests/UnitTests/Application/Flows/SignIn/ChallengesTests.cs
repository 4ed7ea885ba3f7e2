using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn.Challenges;
using CognitoAuth.Domain;
using Microsoft.Extensions.DependencyInjection;
using ChallengeTable = CognitoAuth.LocalCognito.Challenges.ChallengeTable;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

/// <summary>A challenge is one file here and one in the embedded pool, and nothing that lists them: both are found by scanning.</summary>
public sealed class ChallengesTests
{
    [Fact]
    public void Each_has_one_answer_here_and_its_other_half_in_the_embedded_pool()
    {
        using var provider = new ServiceCollection().AddApplication().AddSingleton(new PasswordPolicy()).AddSingleton(new SecurityOptions()).BuildServiceProvider();

        provider.GetServices<ChallengeAnswer>().Select(answer => answer.Name).ShouldBe(ChallengeTable.Names, ignoreOrder: true);
    }
}
