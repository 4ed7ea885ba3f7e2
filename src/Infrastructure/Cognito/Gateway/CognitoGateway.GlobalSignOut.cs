namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GlobalSignOutOperation = new(RetryClass.Idempotent, QuotaCategory.UserToken, AuthErrors.InvalidToken);

    public Task<Result<DateTimeOffset>> GlobalSignOut(Secret accessToken, CancellationToken cancellationToken) => Call(
        GlobalSignOutOperation,
        RecognizingEarlierSuccess(token => client.GlobalSignOutAsync(new GlobalSignOutRequest { AccessToken = accessToken.Reveal() }, token), CognitoErrorMap.IsRevokedAccessToken),
        EndedAt,
        cancellationToken);
}
