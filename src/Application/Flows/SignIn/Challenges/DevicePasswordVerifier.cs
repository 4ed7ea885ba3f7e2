namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The proof of SRP that the client has the device's secret.</summary>
internal sealed class DevicePasswordVerifier() : ChallengeAnswer("DEVICE_PASSWORD_VERIFIER", Member.SrpSignature(), Member.SrpSecretBlock(), Member.SrpTimestamp(), Member.DeviceKey());
