using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Tokens;

public sealed class SigningKeysTests
{
    [Fact]
    public void Pools_never_share_a_key_at_the_same_time()
    {
        for (var ended = 0; ended < 3; ended++)
        {
            using var pool = new PoolUnderTest();
            KeysOf(pool);
            // A second Dispose has no effect.
            pool.Dispose();
        }

        PoolUnderTest[] living = [new(), new(), new()];
        living.SelectMany(KeysOf).ShouldBeUnique();
        foreach (var pool in living) pool.Dispose();
    }

    [Fact]
    public void A_removed_key_is_not_reused_by_another_pool()
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
