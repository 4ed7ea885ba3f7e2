using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime.Documents;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    // After a lost success, a repeat would find its challenge used up.
    private static readonly CognitoOperation CompleteWebAuthnRegistrationOperation = new(RetryClass.Once, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken)
    {
        WhenOutcomeUnknown = "Look at the user's passkeys: if the new one is not among them, start the registration again.",
    };

    public async Task<Result<Success>> CompleteWebAuthnRegistration(Secret accessToken, JsonText credential, CancellationToken cancellationToken)
    {
        var completed = await Call(
            CompleteWebAuthnRegistrationOperation,
            token => client.CompleteWebAuthnRegistrationAsync(
                new CompleteWebAuthnRegistrationRequest { AccessToken = accessToken.Reveal(), Credential = JsonSerializer.Deserialize<Document>(credential.Text) },
                token),
            Done,
            cancellationToken);

        // Beside the token there is nothing else in the request that could be wrong.
        return completed.IsFailure(out var error) && error.Is(AuthErrors.InvalidParameter) ? AuthErrors.PasskeyRejected with { Reason = error.Reason } : completed;
    }
}
