using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>Finds users by every name that the pool accepts: user name, <c>sub</c>, and e-mail address or phone number when these are names.</summary>
internal sealed class UserDirectory(UserPoolOptions options)
{
    private readonly Dictionary<string, LocalUser> _byUsername = new(options.UsernameCaseSensitive ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, LocalUser> _bySub = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Attribute, string Value), LocalUser> _byAttribute = [];
    private readonly Dictionary<LocalUser, List<(string Attribute, string Value)>> _namesOf = [];

    /// <summary>All users, in the order of their names.</summary>
    public IEnumerable<LocalUser> All => _byUsername.Values.OrderBy(user => user.Username, StringComparer.Ordinal);

    public LocalUser? Find(string name) =>
        _byUsername.GetValueOrDefault(name)
        ?? NameAttributes().Select(attribute => FindByAttribute(attribute, name)).FirstOrDefault(user => user is not null)
        ?? _bySub.GetValueOrDefault(name);

    public LocalUser? FindBySub(string sub) => _bySub.GetValueOrDefault(sub);

    public LocalUser? FindByAttribute(string attribute, string value) => _byAttribute.GetValueOrDefault((attribute, Normalize(value)));

    public void Add(LocalUser user)
    {
        _byUsername.Add(user.Username, user);
        _bySub.Add(user.Sub, user);
        Index(user);
    }

    public void Remove(LocalUser user)
    {
        _byUsername.Remove(user.Username);
        _bySub.Remove(user.Sub);
        Unindex(user);
    }

    /// <summary>Must be called after each change of attributes. An attribute that serves as user name counts immediately, an alias as soon as it is verified.</summary>
    public void Index(LocalUser user)
    {
        Unindex(user);
        List<(string Attribute, string Value)> names =
        [
            .. NameAttributes()
                .Where(attribute => user.Attribute(attribute) is not null && CountsAsName(user, attribute))
                .Select(attribute => (attribute, Normalize(user.Attributes[attribute]))),
        ];
        foreach (var name in names) _byAttribute[name] = user;
        if (names.Count > 0) _namesOf[user] = names;
    }

    private bool CountsAsName(LocalUser user, string attribute) =>
        options.UsernameAttributes.Contains(attribute, StringComparer.Ordinal)
        || attribute == "preferred_username"
        || user.HasVerified(attribute);

    private void Unindex(LocalUser user)
    {
        if (!_namesOf.Remove(user, out var names)) return;
        // The name can have moved to another user in the meantime (ForceAliasCreation).
        foreach (var name in names.Where(name => ReferenceEquals(_byAttribute.GetValueOrDefault(name), user))) _byAttribute.Remove(name);
    }

    private IEnumerable<string> NameAttributes() => options.UsernameAttributes.Concat(options.AliasAttributes);

    private string Normalize(string value) => options.UsernameCaseSensitive ? value : value.ToUpperInvariant();
}
