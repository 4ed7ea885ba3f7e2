using CognitoAuth.LocalCognito.Operations.Admin;
using CognitoAuth.LocalCognito.Passkeys;

namespace CognitoAuth.LocalCognito.Operations.Passkeys;

internal sealed record ListWebAuthnCredentialsRequest(string AccessToken, string? NextToken, int? MaxResults);

internal sealed record WebAuthnCredentialDescription(
    string CredentialId,
    string FriendlyCredentialName,
    string RelyingPartyId,
    string? AuthenticatorAttachment,
    IReadOnlyList<string> AuthenticatorTransports,
    DateTimeOffset CreatedAt)
{
    public static WebAuthnCredentialDescription Of(Passkey passkey) =>
        new(passkey.Id, passkey.FriendlyName, passkey.RelyingPartyId, passkey.Attachment, passkey.Transports, passkey.CreatedAt);
}

internal sealed record ListWebAuthnCredentialsResponse(IReadOnlyList<WebAuthnCredentialDescription> Credentials, string? NextToken);

internal sealed class ListWebAuthnCredentials : PublicOperation<ListWebAuthnCredentialsRequest>
{
    private const int LongestPage = 20;

    protected override object Execute(LocalUserPool pool, ListWebAuthnCredentialsRequest request)
    {
        var passkeys = pool.AccessTokens.Require(request.AccessToken).Passkeys.All;
        var page = ListPage.Of(passkeys, request.MaxResults, request.NextToken, LongestPage, "maxResults");
        return new ListWebAuthnCredentialsResponse([.. page.Items.Select(WebAuthnCredentialDescription.Of)], page.NextToken);
    }
}
