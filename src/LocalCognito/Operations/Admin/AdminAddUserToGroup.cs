namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminAddUserToGroupRequest(string UserPoolId, string Username, string GroupName);

internal sealed class AdminAddUserToGroup : SignedOperation<AdminAddUserToGroupRequest>
{
    protected override object? Execute(LocalUserPool pool, AdminAddUserToGroupRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        if (!pool.Groups.ContainsKey(request.GroupName)) throw CognitoException.ResourceNotFound("Group not found.");
        if (!user.Groups.Contains(request.GroupName, StringComparer.Ordinal)) user.Groups.Add(request.GroupName);
        return null;
    }
}
