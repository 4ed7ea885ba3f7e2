namespace CognitoAuth.LocalCognito.Operations.Passkeys;

internal sealed record DeleteWebAuthnCredentialRequest(string AccessToken, string CredentialId);

internal sealed class DeleteWebAuthnCredential : PublicOperation<DeleteWebAuthnCredentialRequest>
{
    protected override object? Execute(LocalUserPool pool, DeleteWebAuthnCredentialRequest request)
    {
        var user = pool.AccessTokens.Require(request.AccessToken);
        if (!user.Passkeys.Remove(request.CredentialId)) throw CognitoException.ResourceNotFound("The WebAuthn credential does not exist.");
        user.ModifiedAt = pool.Now;
        return null;
    }
}
