namespace CognitoAuth.LocalCognito.Operations.Session;

internal sealed record GlobalSignOutRequest(string AccessToken);

internal sealed class GlobalSignOut : PublicOperation<GlobalSignOutRequest>
{
    protected override object? Execute(LocalUserPool pool, GlobalSignOutRequest request)
    {
        pool.AccessTokens.Require(request.AccessToken).Sessions.RevokeAll();
        return null;
    }
}
