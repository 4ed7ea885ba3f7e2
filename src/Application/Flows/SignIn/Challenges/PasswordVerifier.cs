namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The proof of SRP that the client knows the password.</summary>
internal sealed class PasswordVerifier() : ChallengeAnswer("PASSWORD_VERIFIER",
    new Member("srp.signature", "PASSWORD_CLAIM_SIGNATURE", command => command.Srp?.Signature),
    new Member("srp.secretBlock", "PASSWORD_CLAIM_SECRET_BLOCK", command => command.Srp?.SecretBlock) { MaximumLength = 8_192 },
    new Member("srp.timestamp", "TIMESTAMP", command => command.Srp?.Timestamp is { } timestamp ? new Domain.Secret(timestamp) : null));
