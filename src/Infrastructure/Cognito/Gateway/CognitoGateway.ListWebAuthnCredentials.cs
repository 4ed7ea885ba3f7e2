namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ListWebAuthnCredentialsOperation = new(RetryClass.Read, QuotaCategory.UserResourceRead, AuthErrors.InvalidToken);

    public Task<Result<PasskeyPage>> ListWebAuthnCredentials(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken) => Call(
        ListWebAuthnCredentialsOperation,
        token => client.ListWebAuthnCredentialsAsync(new ListWebAuthnCredentialsRequest { AccessToken = accessToken.Reveal(), MaxResults = limit, NextToken = nextToken }, token),
        response => Result<PasskeyPage>.Of(new PasskeyPage([.. (response.Credentials ?? []).Select(Passkey)], response.NextToken)),
        cancellationToken);

    private static Passkey Passkey(WebAuthnCredentialDescription credential) => new(
        credential.CredentialId ?? "",
        credential.FriendlyCredentialName,
        credential.RelyingPartyId,
        credential.AuthenticatorAttachment,
        credential.AuthenticatorTransports ?? [],
        credential.CreatedAt);
}
