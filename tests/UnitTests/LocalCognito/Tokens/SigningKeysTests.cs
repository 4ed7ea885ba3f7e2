using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Tokens;

public sealed class SigningKeysTests
{
    [Fact]
    public void Pools_that_live_at_the_same_time_never_share_a_key_whatever_others_left_to_them()
    {
        for (var ended = 0; ended < 3; ended++)
        {
            using var pool = new PoolUnderTest();
            KeysOf(pool);
            // A second end leaves nothing.
            pool.Dispose();
        }

        PoolUnderTest[] living = [new(), new(), new()];
        living.SelectMany(KeysOf).ShouldBeUnique();
        foreach (var pool in living) pool.Dispose();
    }

    [Fact]
    public void A_key_that_a_pool_retired_is_left_to_nobody()
    {
        using var pool = new PoolUnderTest();
        var retired = KeysOf(pool);
        pool.Pool.Locked(keys =>
        {
            keys.Rotate();
            keys.RemoveRetired();
            return true;
        });

        KeysOf(pool).ShouldNotContain(key => retired.Contains(key));
        pool.Dispose();
        using var next = new PoolUnderTest();
        KeysOf(next).ShouldNotContain(key => retired.Contains(key));
    }

    private static IReadOnlyList<string> KeysOf(PoolUnderTest pool) => pool.Pool.Locked<IReadOnlyList<string>>(keys => [.. keys.Published.Select(key => key.Id)]);
}
