using System.Security.Cryptography;

namespace CognitoAuth.Infrastructure.Revocation.Shared;

/// <summary>Ids of this process's events. They grow from a random start, so that those of two processes do not collide.</summary>
internal static class EventIds
{
    private static long Last = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) >>> 2;

    /// <summary>The next.</summary>
    public static long Next() => Interlocked.Increment(ref Last);
}
