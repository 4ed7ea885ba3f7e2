namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation GetUserAttributeVerificationCodeOperation = new(RetryClass.SendMessage, QuotaCategory.UserResourceRead, AuthErrors.InvalidToken) { WhenOutcomeUnknown = RequestAnotherCode };

    public Task<Result<CodeDelivery>> GetUserAttributeVerificationCode(Secret accessToken, string attribute, CancellationToken cancellationToken) => Call(
        GetUserAttributeVerificationCodeOperation,
        token => client.GetUserAttributeVerificationCodeAsync(new GetUserAttributeVerificationCodeRequest { AccessToken = accessToken.Reveal(), AttributeName = attribute }, token),
        response => Result<CodeDelivery>.Of(Delivery(response.CodeDeliveryDetails)),
        cancellationToken);
}
