using System.Text.Json;
using Amazon.Runtime.Documents;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    // After a success whose response was lost, a repeat would find its challenge used.
    private static readonly CognitoOperation CompleteWebAuthnRegistrationOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken)
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

        // Apart from the token, only the credential can be wrong.
        return completed.IsFailure(out var error) && error.Is(AuthErrors.InvalidParameter) ? AuthErrors.PasskeyRejected with { Reason = error.Reason } : completed;
    }
}
