namespace CognitoAuth.LocalCognito.Operations.Session;

internal sealed record RevokeTokenRequest(string Token, string ClientId, string? ClientSecret, string? RevokeAssociatedSessions);

internal sealed class RevokeToken : PublicOperation<RevokeTokenRequest>
{
    protected override object? Execute(LocalUserPool pool, RevokeTokenRequest request)
    {
        // This operation has neither ResourceNotFoundException nor NotAuthorizedException.
        var client = pool.FindClient(request.ClientId);
        if (client is null || !client.MatchesSecret(request.ClientSecret)) throw Unauthorized("Invalid client id or client secret.");
        if (!client.Options.EnableTokenRevocation) throw new CognitoException("UnsupportedOperationException", "Token revocation is not enabled for this client.");
        // A token of three parts is an access or ID token. These cannot be revoked individually.
        if (request.Token.Split('.').Length == 3) throw new CognitoException("UnsupportedTokenTypeException", "Only refresh tokens can be revoked.");

        var content = pool.RefreshTokens.Read(request.Token);
        var family = content is null ? null : pool.Users.FindBySub(content.Sub)?.Sessions.Find(content.EventId);
        // For an unknown or revoked token the operation succeeds, because the token is already invalid (RFC 7009, 2.2).
        if (family is null) return null;
        if (family.Client.Id != client.Id) throw Unauthorized("The token was issued to another client.");
        family.IsRevoked = true;
        return null;
    }

    private static CognitoException Unauthorized(string message) => new("UnauthorizedException", message);
}
