using Amazon.CognitoIdentityProvider.Model;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation RevokeTokenOperation = new(RetryClass.Set, QuotaCategory.UserToken, AuthErrors.UpstreamInvalid);

    public async Task<Result<Success>> RevokeToken(Secret refreshToken, CancellationToken cancellationToken)
    {
        var revoked = await Call(
            RevokeTokenOperation,
            (secret, token) => client.RevokeTokenAsync(
                new RevokeTokenRequest { ClientId = options.ClientId, ClientSecret = secret?.Reveal(), Token = refreshToken.Reveal() },
                token),
            Done,
            cancellationToken);

        // A token that is dead already is what was asked for. A refusal that is not known is not taken for one: Refused above.
        return revoked.IsFailure(out var error) && error.Is(AuthErrors.InvalidRefreshToken) ? default(Success) : revoked;
    }
}
