namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminGetUserResponse(
    string Username,
    IReadOnlyList<AttributeType> UserAttributes,
    DateTimeOffset UserCreateDate,
    DateTimeOffset UserLastModifiedDate,
    bool Enabled,
    string UserStatus,
    string? PreferredMfaSetting,
    IReadOnlyList<string>? UserMFASettingList);

internal sealed class AdminGetUser : SignedOperation<AdminUserRequest>
{
    protected override object Execute(LocalUserPool pool, AdminUserRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        return new AdminGetUserResponse(
            user.Username,
            user.WireAttributes(),
            user.CreatedAt,
            user.ModifiedAt,
            user.IsEnabled,
            user.Status.WireName(),
            user.Mfa.Preferred,
            user.Mfa.WireList);
    }
}
