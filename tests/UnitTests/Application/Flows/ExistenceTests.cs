using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows;

public sealed class ExistenceTests
{
    [Theory]
    [MemberData(nameof(Some.ToldErrors), MemberType = typeof(Some))]
    public void Knows_what_is_alike_for_every_name(string code) => Some.Error(code).IsAlikeForEveryName.ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Some.AccountErrors), MemberType = typeof(Some))]
    public void Takes_every_other_error_for_one_that_tells_of_the_account(string code) => Some.Error(code).IsAlikeForEveryName.ShouldBeFalse();
}
