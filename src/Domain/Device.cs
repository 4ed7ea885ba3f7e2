namespace CognitoAuth.Domain;

/// <summary>A device that its user confirmed (Cognito's <c>DeviceType</c>).</summary>
/// <param name="Key">Cognito's id of it; not a secret.</param>
/// <param name="Name">What the user calls it.</param>
/// <param name="Remembered">Whether the user trusts it; absent if Cognito does not report it.</param>
/// <param name="LastIp">The IP address it was last used from, as Cognito saw it.</param>
/// <param name="CreatedAt">When it was confirmed.</param>
/// <param name="ModifiedAt">When it was last changed.</param>
/// <param name="LastAuthenticatedAt">When the user last signed in with it.</param>
public sealed record Device(
    string Key,
    string? Name,
    bool? Remembered,
    string? LastIp,
    DateTimeOffset? CreatedAt,
    DateTimeOffset? ModifiedAt,
    DateTimeOffset? LastAuthenticatedAt);

/// <summary>A page of a user's devices.</summary>
/// <param name="Devices">The devices.</param>
/// <param name="NextToken">Requests the next page; absent on the last one.</param>
public sealed record DevicePage(IReadOnlyList<Device> Devices, string? NextToken);

/// <summary>The SRP verifier by which a device later proves that it has its secret. The secret itself never leaves the device.</summary>
/// <param name="Salt">In Base64.</param>
/// <param name="PasswordVerifier">In Base64: g^x of the device's group key, key and password.</param>
public sealed record DeviceSecretVerifier(Secret? Salt, Secret? PasswordVerifier);
