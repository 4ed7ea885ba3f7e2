using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>
/// Simulates a user that does not exist, so that a sign-in looks the same for every name until it fails (<c>docs/cognito.md#user-existence</c>). The same name always gets the same
/// user id in UUID format. Nothing is stored.
/// </summary>
internal static class SimulatedUser
{
    public static LocalUser For(string name, LocalUserPool pool)
    {
        var id = new Guid(Derive(name, "sub", pool.SimulationKey).AsSpan(0, 16)).ToString();
        return new LocalUser(id, id, pool.Name, pool.Now) { SimulatedFor = name, Status = UserStatus.Confirmed };
    }

    /// <summary>
    /// The same user with the typed name as its user name, in pools without name attributes and aliases. In <c>USER_SRP_AUTH</c> Cognito is known to return a UUID in these pools too.
    /// For <c>USER_AUTH</c> nothing is known, and this pool does not reveal that the user does not exist.
    /// </summary>
    public static LocalUser WithTypedName(LocalUser simulated, LocalUserPool pool) => pool.Options is { UsernameAttributes.Count: 0, AliasAttributes.Count: 0 }
        ? new LocalUser(simulated.SimulatedFor!, simulated.Sub, pool.Name, pool.Now) { SimulatedFor = simulated.SimulatedFor, Status = simulated.Status }
        : simulated;

    private static byte[] Derive(string name, string purpose, byte[] key) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{purpose}:{name.ToUpperInvariant()}"));
}
