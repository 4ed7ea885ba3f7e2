namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminRemoveUserFromGroupRequest(string UserPoolId, string Username, string GroupName);

internal sealed class AdminRemoveUserFromGroup : SignedOperation<AdminRemoveUserFromGroupRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminRemoveUserFromGroupRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        if (!pool.Groups.ContainsKey(request.GroupName)) throw CognitoException.ResourceNotFound("Group not found.");
        user.Groups.Remove(request.GroupName);
        return null;
    }
}
