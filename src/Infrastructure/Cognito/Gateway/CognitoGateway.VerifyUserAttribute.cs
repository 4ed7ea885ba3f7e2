namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation VerifyUserAttributeOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserUpdate, AuthErrors.InvalidToken)
    {
        WhenOutcomeUnknown = "Read the profile to see whether it is verified; if not, request a new code.",
    };

    public Task<Result<Success>> VerifyUserAttribute(Secret accessToken, string attribute, Secret code, CancellationToken cancellationToken) => Call(
        VerifyUserAttributeOperation,
        token => client.VerifyUserAttributeAsync(new VerifyUserAttributeRequest { AccessToken = accessToken.Reveal(), AttributeName = attribute, Code = code.Reveal() }, token),
        Done,
        cancellationToken);
}
