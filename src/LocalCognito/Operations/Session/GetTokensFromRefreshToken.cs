namespace CognitoAuth.LocalCognito.Operations.Session;

internal sealed record GetTokensFromRefreshTokenRequest(
    string RefreshToken,
    string ClientId,
    string? ClientSecret,
    string? DeviceKey,
    IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed record GetTokensFromRefreshTokenResponse(AuthenticationResultType AuthenticationResult);

internal sealed class GetTokensFromRefreshToken : PublicOperation<GetTokensFromRefreshTokenRequest>
{
    protected override object Execute(LocalUserPool pool, GetTokensFromRefreshTokenRequest request)
    {
        var client = pool.Client(request.ClientId);
        if (!client.MatchesSecret(request.ClientSecret)) throw CognitoException.NotAuthorized($"Unable to verify secret hash for client {client.Id}");
        var (user, family, number) = pool.RefreshTokenUse.Require(request.RefreshToken, client, request.DeviceKey);
        var customization = pool.Tokens.Customize("TokenGeneration_RefreshTokens", user, client, request.ClientMetadata);
        if (!client.Options.RefreshTokenRotation) return new GetTokensFromRefreshTokenResponse(pool.Tokens.Refresh(user, family, replacement: null, customization));

        if (family.Rotate(number, pool.Now) is { } replacement) return new GetTokensFromRefreshTokenResponse(pool.Tokens.Refresh(user, family, replacement, customization));
        // Two parties have the token, and one of them has stolen it. The whole session ends.
        family.IsRevoked = true;
        throw new CognitoException("RefreshTokenReuseException", "Refresh token reuse detected.");
    }
}
