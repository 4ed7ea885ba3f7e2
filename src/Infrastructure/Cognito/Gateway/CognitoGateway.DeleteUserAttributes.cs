namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation DeleteUserAttributesOperation = new(RetryClass.Idempotent, QuotaCategory.UserUpdate, AuthErrors.InvalidToken);

    public Task<Result<Success>> DeleteUserAttributes(Secret accessToken, IReadOnlyCollection<string> names, CancellationToken cancellationToken) => Call(
        DeleteUserAttributesOperation,
        token => client.DeleteUserAttributesAsync(new DeleteUserAttributesRequest { AccessToken = accessToken.Reveal(), UserAttributeNames = [.. names] }, token),
        Done,
        cancellationToken);
}
