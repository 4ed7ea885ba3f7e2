namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record DeleteUserAttributesRequest(IReadOnlyList<string> UserAttributeNames, string AccessToken);

internal sealed class DeleteUserAttributes : PublicOperation<DeleteUserAttributesRequest>
{
    protected override object? Execute(LocalUserPool pool, DeleteUserAttributesRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        // The names are validated against the schema and the client's permissions, as values are.
        UserAttributes.FromClient(pool.Options, [.. request.UserAttributeNames.Select(name => new Protocol.AttributeType(name, Value: null))]);
        UserAttributes.RequireRemovable(pool.Options, request.UserAttributeNames);
        foreach (var name in request.UserAttributeNames)
        {
            user.SetAttribute(name, "");
            if (name is UserAttributes.Email or UserAttributes.PhoneNumber) user.MarkUnverified(name);
        }

        pool.Users.Index(user);
        user.ModifiedAt = pool.Now;
        return null;
    }
}
