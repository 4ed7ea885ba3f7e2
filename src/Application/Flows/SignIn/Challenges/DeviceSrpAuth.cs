namespace CognitoAuth.Application.Flows.SignIn.Challenges;

/// <summary>The start of SRP for the device that the client says it is on.</summary>
internal sealed class DeviceSrpAuth() : ChallengeAnswer("DEVICE_SRP_AUTH", Member.SrpA(), Member.DeviceKey());
