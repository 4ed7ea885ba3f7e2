namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GetClientTokenOperation = new(RetryClass.Read, QuotaCategory.ClientAuthentication, AuthErrors.InvalidCredentials)
    {
        // Client and secret are the caller's, so no error is about the settings of this API.
        Reading = refusal => refusal is NotAuthorizedException or ResourceNotFoundException ? AuthErrors.InvalidCredentials : null,
    };

    public Task<Result<MachineToken>> GetClientToken(string clientId, Secret clientSecret, IReadOnlyList<string>? scopes, CancellationToken cancellationToken) => Call(
        GetClientTokenOperation,
        token => client.GetClientTokenAsync(
            new GetClientTokenRequest { ClientId = clientId, Secret = clientSecret.Reveal(), Scopes = scopes?.ToList(), ClientMetadata = ClientMetadata() },
            token),
        response => response.ClientAuthenticationResult is { AccessToken: { Length: > 0 } accessToken, ExpiresIn: { } expiresIn } result
            ? new MachineToken(new Secret(accessToken), result.TokenType ?? "Bearer", expiresIn)
            : Result<MachineToken>.Failure(AuthErrors.UpstreamInvalid.Because("a response without a token")),
        cancellationToken);
}
