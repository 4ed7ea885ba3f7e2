namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation SignUpOperation = new(RetryClass.NotRepeatable, QuotaCategory.UserCreation, AuthErrors.InvalidParameter)
    {
        WhenOutcomeUnknown = "Look for the message with the code, or sign up again.",
    };

    public Task<Result<SignUpOutcome>> SignUp(
        string username,
        Secret password,
        IReadOnlyDictionary<string, string>? attributes,
        IReadOnlyDictionary<string, string>? validationData,
        CancellationToken cancellationToken) => Call(
        SignUpOperation,
        (secret, token) => client.SignUpAsync(
            new SignUpRequest
            {
                ClientId = options.ClientId,
                SecretHash = SecretHash(secret, username),
                Username = username,
                Password = password.Reveal(),
                UserAttributes = Attributes(attributes),
                ValidationData = Attributes(validationData),
                ClientMetadata = ClientMetadata(),
                UserContextData = UserContext(),
            },
            token),
        Outcome,
        cancellationToken);

    private static Result<SignUpOutcome> Outcome(SignUpResponse response) => response switch
    {
        { UserSub: null or "" } => AuthErrors.UpstreamInvalid.Because("a response without a sub"),
        { UserConfirmed: true } => new SignUpOutcome.Confirmed(response.UserSub),
        _ => new SignUpOutcome.ConfirmationRequired(Delivery(response.CodeDeliveryDetails), Optional(response.Session), response.UserSub),
    };
}
