namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ResendConfirmationCodeOperation = new(RetryClass.SendMessage, QuotaCategory.UserResourceRead, AuthErrors.NotFound) { WhenOutcomeUnknown = RequestAnotherCode };

    public Task<Result<CodeDelivery>> ResendConfirmationCode(string username, CancellationToken cancellationToken) => Call(
        ResendConfirmationCodeOperation,
        (secret, token) => client.ResendConfirmationCodeAsync(
            new ResendConfirmationCodeRequest
            {
                ClientId = options.ClientId,
                SecretHash = SecretHash(secret, username),
                Username = username,
                ClientMetadata = ClientMetadata(),
                UserContextData = UserContext(),
            },
            token),
        response => Result<CodeDelivery>.Of(Delivery(response.CodeDeliveryDetails)),
        cancellationToken);
}
