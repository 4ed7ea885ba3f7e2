namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The proof of SRP that the client knows the password.</summary>
internal sealed class PasswordVerifier() : ChallengeAnswer("PASSWORD_VERIFIER", Member.SrpSignature(), Member.SrpSecretBlock(), Member.SrpTimestamp());
