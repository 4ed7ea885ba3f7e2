namespace CognitoAuth.LocalCognito.Users;

/// <summary>Creates an account: chooses its name and checks that the name is free. The caller adds it to the directory.</summary>
internal static class NewUser
{
    /// <exception cref="CognitoException"><c>UsernameExistsException</c>; <c>InvalidParameterException</c> for a name that the pool does not accept.</exception>
    public static LocalUser Create(LocalUserPool pool, string name, Dictionary<string, string> attributes, string? sub = null)
    {
        sub ??= Guid.NewGuid().ToString();
        var username = NameFor(pool, name, sub, attributes);
        // A preferred user name needs no verification, so it must be free now. E-mail addresses and phone numbers that are aliases are checked when they are verified.
        foreach (var attribute in pool.Options.UsernameAttributes.Append("preferred_username"))
        {
            if (attributes.TryGetValue(attribute, out var value) && value.Length > 0 && pool.Users.FindByAttribute(attribute, value) is not null)
            {
                throw CognitoException.UsernameExists($"An account with the given {attribute} already exists.");
            }
        }

        if (pool.Users.Find(username) is { } other && !IsAliasOf(pool, other, username)) throw CognitoException.UsernameExists();
        var user = new LocalUser(username, sub, pool.Name, pool.Now);
        foreach (var (attribute, value) in attributes) user.Attributes[attribute] = value;
        return user;
    }

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a name that the pool does not accept.</exception>
    public static void CheckName(LocalUserPool pool, string name)
    {
        var isEmail = UserAttributes.IsEmail(name);
        var isPhoneNumber = UserAttributes.IsPhoneNumber(name);
        switch (Takes(pool.Options.UsernameAttributes, UserAttributes.Email), Takes(pool.Options.UsernameAttributes, UserAttributes.PhoneNumber))
        {
            case (true, true) when !isEmail && !isPhoneNumber:
                throw CognitoException.InvalidParameter("Username should be either an email or a phone number.");
            case (true, false) when !isEmail:
                throw CognitoException.InvalidParameter("Username should be an email.");
            case (false, true) when !isPhoneNumber:
                throw CognitoException.InvalidParameter("Username should be a phone number.");
        }

        if (isEmail && Takes(pool.Options.AliasAttributes, UserAttributes.Email))
        {
            throw CognitoException.InvalidParameter("Username cannot be of email format, since user pool is configured for email alias.");
        }
        if (isPhoneNumber && Takes(pool.Options.AliasAttributes, UserAttributes.PhoneNumber))
        {
            throw CognitoException.InvalidParameter("Username cannot be of phone number format, since user pool is configured for phone number alias.");
        }
    }

    private static string NameFor(LocalUserPool pool, string name, string sub, Dictionary<string, string> attributes)
    {
        CheckName(pool, name);
        if (pool.Options.UsernameAttributes.Count == 0) return name;
        // The typed name is an attribute only; the stored name is the sub.
        attributes.TryAdd(UserAttributes.IsEmail(name) ? UserAttributes.Email : UserAttributes.PhoneNumber, name);
        return sub;
    }

    // Another user's alias does not reserve the name.
    private static bool IsAliasOf(LocalUserPool pool, LocalUser user, string name) =>
        !user.Username.Equals(name, pool.Options.UsernameCaseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private static bool Takes(IList<string> attributes, string attribute) => attributes.Contains(attribute, StringComparer.Ordinal);
}
