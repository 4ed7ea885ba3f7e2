namespace CognitoAuth.LocalCognito.Operations.Admin;

internal sealed record CreateGroupRequest(string GroupName, string UserPoolId, string? Description, string? RoleArn, int? Precedence);

internal sealed record CreateGroupResponse(GroupType Group);

internal sealed record GroupType(
    string GroupName,
    string UserPoolId,
    string? Description,
    string? RoleArn,
    int? Precedence,
    DateTimeOffset LastModifiedDate,
    DateTimeOffset CreationDate)
{
    public static GroupType Of(LocalGroup group, string poolId) =>
        new(group.Name, poolId, group.Description, group.RoleArn, group.Precedence, group.CreatedAt, group.CreatedAt);
}

internal sealed class CreateGroup : SignedOperation<CreateGroupRequest>
{
    protected override object Execute(LocalUserPool pool, CreateGroupRequest request)
    {
        pool.RequireId(request.UserPoolId);
        var group = new LocalGroup(request.GroupName, request.Description, request.RoleArn, request.Precedence, pool.Now);
        if (!pool.Groups.TryAdd(group.Name, group)) throw new CognitoException("GroupExistsException", "A group with the name already exists.");
        return new CreateGroupResponse(GroupType.Of(group, pool.Id));
    }
}
