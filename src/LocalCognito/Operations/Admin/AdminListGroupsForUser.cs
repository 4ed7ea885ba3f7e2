namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record AdminListGroupsForUserRequest(string Username, string UserPoolId, int? Limit, string? NextToken);

internal sealed record AdminListGroupsForUserResponse(IReadOnlyList<GroupType> Groups, string? NextToken);

internal sealed class AdminListGroupsForUser : SignedOperation<AdminListGroupsForUserRequest>
{
    protected override object Execute(LocalUserPool pool, AdminListGroupsForUserRequest request)
    {
        var user = pool.RequireUser(request.UserPoolId, request.Username);
        var page = ListPage.Of(user.Groups, request.Limit, request.NextToken);
        return new AdminListGroupsForUserResponse([.. page.Items.Select(name => GroupType.Of(pool.Groups[name], pool.Id))], page.NextToken);
    }
}
