namespace CognitoAuth.Domain;

/// <summary>A machine-to-machine access token (Cognito's <c>ClientAuthenticationResult</c>): issued to an app client, without a user.</summary>
/// <param name="AccessToken">For APIs.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">Its lifetime in seconds.</param>
public sealed record MachineToken(Secret AccessToken, string TokenType, int ExpiresIn);
