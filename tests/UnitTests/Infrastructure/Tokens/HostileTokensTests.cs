using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class HostileTokensTests(TestVerifier pool) : IClassFixture<TestVerifier>
{
    public static TheoryData<string> Names => [.. HostileTokens.All.Keys];

    public static TheoryData<string> NamesWithControl => [.. HostileTokens.All.Where(pair => pair.Value.Control is not null).Select(pair => pair.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_token_is_refused_for_its_reason(string name)
    {
        var hostile = HostileTokens.All[name];

        var result = await pool.Verify(hostile.Build(pool.Forge));

        var error = result.Error.ShouldNotBeNull();
        error.Reason.ShouldBe(hostile.Reason);
        error.ShouldBe(AuthErrors.InvalidToken.Because(hostile.Reason));
    }

    [Theory]
    [MemberData(nameof(NamesWithControl))]
    public async Task The_nearest_good_token_is_accepted(string name) =>
        (await pool.Verify(HostileTokens.All[name].Control!(pool.Forge))).Error.ShouldBeNull();

    [Fact]
    public async Task The_token_that_the_hostile_ones_are_made_of_is_accepted() =>
        (await pool.Verify(TokenForge.Sign(pool.Forge.Payload()))).Error.ShouldBeNull();
}
