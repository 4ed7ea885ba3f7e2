namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GetTokensFromRefreshTokenOperation = new(RetryClass.RotateToken, QuotaCategory.UserToken, AuthErrors.InvalidRefreshToken)
    {
        WhenOutcomeUnknown = "Repeat it at once with the same refresh token; if that is refused, sign in again.",
        // A session is bound to its device, and ends with it.
        Reading = refusal => CognitoErrorMap.IsForgottenDevice(refusal) ? AuthErrors.InvalidRefreshToken : null,
    };

    public Task<Result<TokenSet>> GetTokensFromRefreshToken(Secret refreshToken, string? deviceKey, CancellationToken cancellationToken) => Call(
        GetTokensFromRefreshTokenOperation,
        (secret, token) => client.GetTokensFromRefreshTokenAsync(
            new GetTokensFromRefreshTokenRequest
            {
                ClientId = options.ClientId,
                ClientSecret = secret?.Reveal(),
                RefreshToken = refreshToken.Reveal(),
                DeviceKey = deviceKey,
                ClientMetadata = ClientMetadata(),
            },
            token),
        response => Tokens(response.AuthenticationResult),
        cancellationToken);
}
