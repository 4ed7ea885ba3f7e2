namespace CognitoAuth.Domain;

/// <summary>The tokens of a signed-in user (Cognito's <c>AuthenticationResult</c>).</summary>
/// <param name="AccessToken">For APIs.</param>
/// <param name="IdToken">For the client itself.</param>
/// <param name="RefreshToken">Exchanged for new tokens; absent after a refresh that did not rotate it.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">The access token's lifetime in seconds.</param>
public sealed record TokenSet(Secret AccessToken, Secret? IdToken, Secret? RefreshToken, string TokenType, int ExpiresIn);
