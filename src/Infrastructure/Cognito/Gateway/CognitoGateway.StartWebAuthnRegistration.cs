using System.Text.Json;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation StartWebAuthnRegistrationOperation = new(RetryClass.Replace, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken);

    public Task<Result<JsonText>> StartWebAuthnRegistration(Secret accessToken, CancellationToken cancellationToken) => Call(
        StartWebAuthnRegistrationOperation,
        token => client.StartWebAuthnRegistrationAsync(new StartWebAuthnRegistrationRequest { AccessToken = accessToken.Reveal() }, token),
        response => response.CredentialCreationOptions.IsDictionary()
            ? new JsonText(JsonSerializer.Serialize(response.CredentialCreationOptions))
            : Result<JsonText>.Failure(AuthErrors.UpstreamInvalid.Because("a response without options")),
        cancellationToken);
}
