namespace CognitoAuth.Infrastructure.Cognito.Gateway;

internal sealed partial class CognitoGateway
{
    private static readonly CognitoOperation AssociateSoftwareTokenOperation = new(RetryClass.Replace, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidToken);
    private static readonly CognitoOperation AssociateSoftwareTokenInSignInOperation = new(RetryClass.Replace, QuotaCategory.UserResourceUpdate, AuthErrors.InvalidSession);

    public Task<Result<TotpSecret>> AssociateSoftwareToken(TotpOwner owner, CancellationToken cancellationToken) => Call(
        owner is TotpOwner.SignedIn ? AssociateSoftwareTokenOperation : AssociateSoftwareTokenInSignInOperation,
        token => client.AssociateSoftwareTokenAsync(new AssociateSoftwareTokenRequest { AccessToken = AccessToken(owner), Session = Session(owner) }, token),
        response => response.SecretCode is { Length: > 0 } secret
            ? new TotpSecret(new Secret(secret), NextSession(owner, response.Session))
            : Result<TotpSecret>.Failure(AuthErrors.UpstreamInvalid.Because("a response without a secret")),
        cancellationToken);

    private static string? AccessToken(TotpOwner owner) => (owner as TotpOwner.SignedIn)?.AccessToken.Reveal();

    private static string? Session(TotpOwner owner) => AdminSession.Untag((owner as TotpOwner.SigningIn)?.Session)?.Reveal();

    /// <summary>Marked like the session before it: these calls have no Admin variant, but the next step of the sign-in has.</summary>
    private static Secret? NextSession(TotpOwner owner, string? session) =>
        Optional(session) is { } next && AdminSession.Is((owner as TotpOwner.SigningIn)?.Session) ? AdminSession.Tag(next) : Optional(session);
}
