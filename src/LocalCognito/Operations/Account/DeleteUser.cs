namespace CognitoAuth.LocalCognito.Operations.Account;

internal sealed record DeleteUserRequest(string AccessToken);

internal sealed class DeleteUser : PublicOperation<DeleteUserRequest>
{
    protected override object? Execute(LocalUserPool pool, DeleteUserRequest request)
    {
        pool.Users.Remove(pool.AccessTokens.Require(request.AccessToken));
        return null;
    }
}
