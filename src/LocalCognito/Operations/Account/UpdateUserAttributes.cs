namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record UpdateUserAttributesRequest(
    IReadOnlyList<AttributeType> UserAttributes,
    string AccessToken,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed record UpdateUserAttributesResponse(IReadOnlyList<CodeDeliveryDetailsType> CodeDeliveryDetailsList);

/// <summary>A new address or number is set immediately, unverified. It receives a code when the pool verifies the attribute.</summary>
internal sealed class UpdateUserAttributes : PublicOperation<UpdateUserAttributesRequest>
{
    protected override object Execute(LocalUserPool pool, UpdateUserAttributesRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        var changes = Users.UserAttributes.FromClient(pool.Options, request.UserAttributes);
        // An empty value deletes.
        Users.UserAttributes.RequireRemovable(pool.Options, changes.Where(change => change.Value.Length == 0).Select(change => change.Key));
        var contacts = changes.Keys
            .Where(name => name is Users.UserAttributes.Email or Users.UserAttributes.PhoneNumber && changes[name] != user.Attribute(name))
            .ToList();
        foreach (var contact in contacts.Where(contact => changes[contact].Length > 0)) Aliases.RequireFree(pool, user, contact, changes[contact]);

        Aliases.RequireFreePreferredUsername(pool, user, changes);

        foreach (var (name, value) in changes) user.SetAttribute(name, value);
        foreach (var contact in contacts) user.MarkUnverified(contact);
        pool.Users.Index(user);
        user.ModifiedAt = pool.Now;
        return new UpdateUserAttributesResponse(
            [.. contacts.Where(contact => changes[contact].Length > 0 && pool.VerifiesAutomatically(contact)).Select(contact => AttributeVerification.Send(pool, user, contact))]);
    }
}
