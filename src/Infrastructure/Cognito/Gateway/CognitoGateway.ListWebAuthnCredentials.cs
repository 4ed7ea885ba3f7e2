using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Domain;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ListWebAuthnCredentialsOperation = new(RetryClass.Read, QuotaCategory.UserResourceRead, AuthErrors.InvalidToken);

    public Task<Result<PasskeyPage>> ListWebAuthnCredentials(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken) => Call(
        ListWebAuthnCredentialsOperation,
        token => client.ListWebAuthnCredentialsAsync(new ListWebAuthnCredentialsRequest { AccessToken = accessToken.Reveal(), MaxResults = limit, NextToken = nextToken }, token),
        response => response.Credentials is { } credentials
            ? new PasskeyPage([.. credentials.Select(Passkey)], response.NextToken)
            : Result<PasskeyPage>.Failure(AuthErrors.UpstreamInvalid.Because("an answer without credentials")),
        cancellationToken);

    private static Passkey Passkey(WebAuthnCredentialDescription credential) => new(
        credential.CredentialId ?? "",
        credential.FriendlyCredentialName,
        credential.RelyingPartyId,
        credential.AuthenticatorAttachment,
        credential.AuthenticatorTransports ?? [],
        credential.CreatedAt);
}
