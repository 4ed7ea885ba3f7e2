namespace CognitoAuth.LocalCognito.AuthFlows;

internal sealed class RefreshTokenAuth : IAuthFlow
{
    public string Name => "REFRESH_TOKEN_AUTH";

    public string Alias => "REFRESH_TOKEN";

    public AuthenticationResponse Start(AuthFlowStart start)
    {
        var (pool, client) = (start.Pool, start.Client);
        var token = start.Require("REFRESH_TOKEN");
        if (client.Options.RefreshTokenRotation) throw CognitoException.InvalidParameter($"{Name} flow not enabled for this client");
        if (client.Secrets.Count > 0 && start.SecretHash is null) throw CognitoException.NotAuthorized($"Client {client.Id} is configured with secret but SECRET_HASH was not received");
        var (user, family, _) = pool.RefreshTokenUse.Require(token, client, start.Find("DEVICE_KEY"));
        // The hash is computed from the stored user name, which can differ from the typed one (docs/cognito.md#secret-hash).
        if (!client.MatchesSecretHash(start.SecretHash, user.Username)) throw CognitoException.NotAuthorized($"SecretHash does not match for the client: {client.Id}");
        var customization = pool.Tokens.Customize("TokenGeneration_RefreshTokens", user, client, start.ClientMetadata);
        return AuthenticationResponse.Tokens(pool.Tokens.Refresh(user, family, replacement: null, customization));
    }
}
