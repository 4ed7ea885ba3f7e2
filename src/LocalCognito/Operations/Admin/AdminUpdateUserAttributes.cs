namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminUpdateUserAttributesRequest(
    string UserPoolId,
    string Username,
    IReadOnlyList<AttributeType> UserAttributes,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed class AdminUpdateUserAttributes : SignedOperation<AdminUpdateUserAttributesRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminUpdateUserAttributesRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        var changes = Users.UserAttributes.FromAdministrator(pool.Options, request.UserAttributes);
        foreach (var attribute in changes.Keys.Where(name => name is Users.UserAttributes.Email or Users.UserAttributes.PhoneNumber).ToList())
        {
            if (changes[attribute].Length > 0) Users.Aliases.RequireFree(pool, user, attribute, changes[attribute]);
            // A new contact is unverified, unless the administrator verifies it in the same call.
            if (!string.Equals(changes[attribute], user.Attribute(attribute), StringComparison.Ordinal)) changes.TryAdd(Users.UserAttributes.VerifiedFlag(attribute), "false");
        }

        Users.Aliases.RequireFreePreferredUsername(pool, user, changes);
        foreach (var (name, value) in changes) user.SetAttribute(name, value);

        user.ModifiedAt = pool.Now;
        pool.Users.Index(user);
        return null;
    }
}
