namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation DeleteWebAuthnCredentialOperation = new(RetryClass.Delete, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken);

    public Task<Result<Success>> DeleteWebAuthnCredential(Secret accessToken, string id, CancellationToken cancellationToken)
    {
        var delete = RecognizingEarlierSuccess(
            token => client.DeleteWebAuthnCredentialAsync(new DeleteWebAuthnCredentialRequest { AccessToken = accessToken.Reveal(), CredentialId = id }, token),
            refusal => refusal is ResourceNotFoundException);
        return Call(DeleteWebAuthnCredentialOperation, Send, found => found ? default(Success) : Result<Success>.Failure(AuthErrors.NotFound.Because("no such passkey")), cancellationToken);

        async Task<bool> Send(CancellationToken token)
        {
            try
            {
                await delete(token);
                return true;
            }
            catch (ResourceNotFoundException)
            {
                // The passkey does not exist. The pool does: the token is from it.
                return false;
            }
        }
    }
}
