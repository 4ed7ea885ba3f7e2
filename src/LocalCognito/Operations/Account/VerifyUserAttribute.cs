namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record VerifyUserAttributeRequest(string AccessToken, string AttributeName, string Code);

internal sealed class VerifyUserAttribute : PublicOperation<VerifyUserAttributeRequest>
{
    protected override object? Execute(LocalUserPool pool, VerifyUserAttributeRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        var purpose = AttributeVerification.Purpose(request.AttributeName);
        user.Attempts.Count(Name, pool.Now);
        user.Codes.Check(purpose, request.Code, pool.Now);

        Aliases.RequireFree(pool, user, request.AttributeName, user.Attribute(request.AttributeName) ?? throw CognitoException.ExpiredCode());
        user.Codes.Spend(purpose);
        user.MarkVerified(request.AttributeName);
        pool.Users.Index(user);
        user.ModifiedAt = pool.Now;
        return null;
    }
}
