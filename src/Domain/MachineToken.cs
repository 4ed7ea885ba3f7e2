namespace CognitoAuth.Domain;

/// <summary>The token of a machine (Cognito's <c>ClientAuthenticationResult</c>): of an app client, without a user.</summary>
/// <param name="AccessToken">For APIs.</param>
/// <param name="TokenType"><c>Bearer</c>.</param>
/// <param name="ExpiresIn">Its life in seconds.</param>
public sealed record MachineToken(Secret AccessToken, string TokenType, int ExpiresIn);
