namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation UpdateUserAttributesOperation = new(RetryClass.SendMessage, QuotaCategory.UserUpdate, AuthErrors.InvalidToken)
    {
        WhenOutcomeUnknown = "Read the profile to see whether the change was made.",
    };

    public Task<Result<IReadOnlyList<CodeDelivery>>> UpdateUserAttributes(Secret accessToken, IReadOnlyDictionary<string, string> attributes, CancellationToken cancellationToken) => Call(
        UpdateUserAttributesOperation,
        token => client.UpdateUserAttributesAsync(
            new UpdateUserAttributesRequest { AccessToken = accessToken.Reveal(), UserAttributes = Attributes(attributes), ClientMetadata = ClientMetadata() },
            token),
        response => Result<IReadOnlyList<CodeDelivery>>.Of([.. (response.CodeDeliveryDetailsList ?? []).Select(Delivery)]),
        cancellationToken);
}
