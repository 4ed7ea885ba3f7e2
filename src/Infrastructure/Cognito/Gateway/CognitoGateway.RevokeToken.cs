namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation RevokeTokenOperation = new(RetryClass.Idempotent, QuotaCategory.UserToken, AuthErrors.UpstreamInvalid);

    public async Task<Result<Success>> RevokeToken(Secret refreshToken, CancellationToken cancellationToken)
    {
        var revoked = await Call(
            RevokeTokenOperation,
            (secret, token) => client.RevokeTokenAsync(
                new RevokeTokenRequest { ClientId = options.ClientId, ClientSecret = secret?.Reveal(), Token = refreshToken.Reveal() },
                token),
            Done,
            cancellationToken);

        // A token that is no longer valid is what the caller wants. An unknown error is not treated as one: see the operation's error above.
        return revoked.IsFailure(out var error) && error.Is(AuthErrors.InvalidRefreshToken) ? default(Success) : revoked;
    }
}
