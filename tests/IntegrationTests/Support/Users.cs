using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Adds users with unique names, so that tests that share a pool do not share users.</summary>
public static class Users
{
    /// <summary>The password of all users.</summary>
    public const string Password = "Correct-horse-1";

    private static int Count;

    /// <summary>A name that no other test uses.</summary>
    public static string NewName() => $"user{Interlocked.Increment(ref Count)}@example.com";

    /// <summary>Adds a user to the pool.</summary>
    /// <returns>The user's name.</returns>
    public static string Add(this LocalUserPool pool, UserStatus status = UserStatus.Confirmed, bool enabled = true, string[]? groups = null)
    {
        var name = NewName();
        pool.AddUser(name, Password, status, new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = name }, groups, enabled);
        return name;
    }
}
