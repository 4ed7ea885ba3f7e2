using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>
/// Plays a user that does not exist, so that a sign-in under any name looks alike until it fails (<c>docs/cognito.md#user-existence</c>). The same name gives the same
/// UUID-shaped user id each time; nothing of it is stored.
/// </summary>
internal static class InventedUser
{
    public static LocalUser For(string name, LocalUserPool pool)
    {
        var id = new Guid(Derive(name, "sub", pool.SimulationKey).AsSpan(0, 16)).ToString();
        return new LocalUser(id, id, pool.Name, pool.Now) { InventedFor = name, Status = UserStatus.Confirmed };
    }

    /// <summary>
    /// The same, under the name that was typed, in pools where users are called what they type. Of <c>USER_SRP_AUTH</c> it is known that Cognito shows a UUID all the same; of
    /// <c>USER_AUTH</c> nothing is, and here it does not tell.
    /// </summary>
    public static LocalUser Namesake(LocalUser invented, LocalUserPool pool) => pool.Options is { UsernameAttributes.Count: 0, AliasAttributes.Count: 0 }
        ? new LocalUser(invented.InventedFor!, invented.Sub, pool.Name, pool.Now) { InventedFor = invented.InventedFor, Status = invented.Status }
        : invented;

    private static byte[] Derive(string name, string purpose, byte[] key) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}:{name.ToUpperInvariant()}"));
}
