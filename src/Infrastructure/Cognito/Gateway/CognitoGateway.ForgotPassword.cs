namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation ForgotPasswordOperation = new(RetryClass.SendMessage, QuotaCategory.UserAccountRecovery, AuthErrors.NotFound) { WhenOutcomeUnknown = RequestAnotherCode };

    public Task<Result<CodeDelivery>> ForgotPassword(string username, CancellationToken cancellationToken) => Call(
        ForgotPasswordOperation,
        (secret, token) => client.ForgotPasswordAsync(
            new ForgotPasswordRequest
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
