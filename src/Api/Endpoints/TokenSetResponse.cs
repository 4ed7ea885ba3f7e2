namespace CognitoAuth.Api.Endpoints;

/// <summary>The tokens of a signed-in user (Cognito's <c>AuthenticationResult</c>).</summary>
/// <param name="AccessToken">The token that APIs accept.</param>
/// <param name="IdToken">The user's claims, for the client itself.</param>
/// <param name="RefreshToken">The token to exchange for new tokens; absent from a refresh that did not rotate it.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">The access token's lifetime in seconds.</param>
[SchemaName("TokenSet")]
public sealed record TokenSetResponse(Secret AccessToken, Secret? IdToken, Secret? RefreshToken, string TokenType, int ExpiresIn)
{
    internal static TokenSetResponse Of(TokenSet tokens) => new(tokens.AccessToken, tokens.IdToken, tokens.RefreshToken, tokens.TokenType, tokens.ExpiresIn);
}
