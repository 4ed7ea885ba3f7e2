namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record GetUserRequest(string AccessToken);

internal sealed record GetUserResponse(
    string Username, IReadOnlyList<AttributeType> UserAttributes, string? PreferredMfaSetting, IReadOnlyList<string>? UserMFASettingList);

internal sealed class GetUser : PublicOperation<GetUserRequest>
{
    protected override object Execute(LocalUserPool pool, GetUserRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        return new GetUserResponse(user.Username, user.WireAttributes(), user.Mfa.Preferred, user.Mfa.WireList);
    }
}
