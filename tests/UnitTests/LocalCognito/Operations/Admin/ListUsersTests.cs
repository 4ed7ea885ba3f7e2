using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Operations.Admin;

public sealed class ListUsersTests : IDisposable
{
    private readonly PoolUnderTest _pool = new();

    public ListUsersTests()
    {
        foreach (var username in (string[])["bob", "anna", "anton"]) _pool.AddJane(username);
    }

    [Theory]
    [InlineData("", "anna anton bob")]
    [InlineData("username ^= \"an\"", "anna anton")]
    [InlineData("email = \"bob@example.com\"", "bob")]
    [InlineData("cognito:user_status = \"UNCONFIRMED\"", "")]
    [InlineData("status=\"Enabled\"", "anna anton bob")]
    public void A_filter_finds_users(string filter, string names) => Names(new { UserPoolId = _pool.PoolId, Filter = filter }).ShouldBe(names);

    [Theory]
    [InlineData("email")]
    [InlineData("email = bob")]
    [InlineData("custom:team = \"7\"")]
    public void An_invalid_filter_is_refused(string filter) =>
        _pool.Refusal("ListUsers", new { UserPoolId = _pool.PoolId, Filter = filter }).ShouldStartWith("InvalidParameterException");

    [Fact]
    public void Users_are_listed_page_by_page()
    {
        var first = _pool.Send("ListUsers", new { UserPoolId = _pool.PoolId, Limit = 2 });
        var token = first.GetProperty("PaginationToken").GetString();

        first.GetProperty("Users").GetArrayLength().ShouldBe(2);
        Names(new { UserPoolId = _pool.PoolId, Limit = 2, PaginationToken = token }).ShouldBe("bob");
        _pool.Refusal("ListUsers", new { UserPoolId = _pool.PoolId, PaginationToken = "x" }).ShouldStartWith("InvalidParameterException");
        _pool.Refusal("ListUsers", new { UserPoolId = _pool.PoolId, Limit = 61 }).ShouldStartWith("InvalidParameterException");
    }

    [Fact]
    public void Users_are_listed_with_the_requested_attributes() =>
        _pool.Send("ListUsers", new { UserPoolId = _pool.PoolId, AttributesToGet = (string[])["email"], Limit = 1 }).GetProperty("Users")[0].GetProperty("Attributes").GetRawText()
            .ShouldBe("""[{"Name":"email","Value":"anna@example.com"}]""");

    [Fact]
    public void Users_are_removed_from_groups()
    {
        _pool.Pool.AddUser("carl", PoolUnderTest.Password, groups: ["a", "b"]);
        _pool.Send("AdminRemoveUserFromGroup", new { UserPoolId = _pool.PoolId, Username = "carl", GroupName = "a" });

        _pool.Send("AdminListGroupsForUser", new { UserPoolId = _pool.PoolId, Username = "carl" }).GetProperty("Groups").EnumerateArray()
            .Select(group => group.GetProperty("GroupName").GetString()).ShouldBe(["b"]);
        _pool.Refusal("AdminRemoveUserFromGroup", new { UserPoolId = _pool.PoolId, Username = "carl", GroupName = "none" }).ShouldBe("ResourceNotFoundException: Group not found.");
    }

    public void Dispose() => _pool.Dispose();

    private string Names(object request) => string.Join(' ', _pool.Send("ListUsers", request).GetProperty("Users").EnumerateArray().Select(user => user.GetProperty("Username").GetString()));
}
