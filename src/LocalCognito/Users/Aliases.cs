namespace CognitoAuth.LocalCognito.Users;

/// <summary>An attribute that serves as a user name belongs to one user.</summary>
internal static class Aliases
{
    /// <summary>A preferred user name needs no verification. When the pool accepts it as a name, it must be free when it is set.</summary>
    /// <exception cref="CognitoException"><c>AliasExistsException</c> when it is another user's name.</exception>
    public static void RequireFreePreferredUsername(LocalUserPool pool, LocalUser user, IReadOnlyDictionary<string, string> attributes)
    {
        if (attributes.GetValueOrDefault("preferred_username") is { Length: > 0 } name) RequireFree(pool, user, "preferred_username", name);
    }

    /// <exception cref="CognitoException"><c>AliasExistsException</c> when it is another user's name.</exception>
    public static void RequireFree(LocalUserPool pool, LocalUser user, string attribute, string value)
    {
        if (pool.Users.FindByAttribute(attribute, value) is { } other && other != user) throw CognitoException.AliasExists(attribute);
    }

    /// <summary>Gives the alias to the user. With force, the user who has it keeps the attribute, but can no longer sign in with it.</summary>
    /// <exception cref="CognitoException"><c>AliasExistsException</c> when it is another user's name and <paramref name="force"/> is false.</exception>
    public static void Assign(LocalUserPool pool, LocalUser user, string attribute, bool force)
    {
        if (pool.Users.FindByAttribute(attribute, user.Attributes[attribute]) is not { } other || other == user) return;
        if (!force) throw CognitoException.AliasExists(attribute);
        other.Attributes[UserAttributes.VerifiedFlag(attribute)] = "false";
        pool.Users.Index(other);
    }
}
