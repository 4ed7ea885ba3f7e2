using CognitoAuth.LocalCognito.Srp;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>A confirmed device of a user. It has a secret, of which the pool stores the SRP verifier.</summary>
/// <param name="key"><c>{region}_{uuid}</c>.</param>
/// <param name="name">The name that the user gave the device.</param>
/// <param name="verifier">The verifier of its secret.</param>
/// <param name="confirmedAt">When it was confirmed.</param>
internal sealed class LocalDevice(string key, string? name, SrpVerifier verifier, DateTimeOffset confirmedAt)
{
    public string Key => key;

    public string? Name => name;

    public SrpVerifier Verifier => verifier;

    public DateTimeOffset ConfirmedAt { get; } = confirmedAt;

    public DateTimeOffset ModifiedAt { get; private set; } = confirmedAt;

    /// <summary>The time of the last sign-in with the device.</summary>
    public DateTimeOffset LastAuthenticatedAt { get; set; } = confirmedAt;

    /// <summary>Whether the user trusts the device, so that it can replace the second factor.</summary>
    public bool IsRemembered { get; private set; }

    public void Remember(bool isRemembered, DateTimeOffset now) => (IsRemembered, ModifiedAt) = (isRemembered, now);
}

/// <summary>The devices of one user by their keys, in the order of their confirmation.</summary>
internal sealed class UserDevices
{
    private readonly OrderedDictionary<string, LocalDevice> _byKey = new(StringComparer.Ordinal);

    public IReadOnlyList<LocalDevice> All => [.. _byKey.Values];

    public LocalDevice? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <exception cref="CognitoException"><c>ResourceNotFoundException</c>.</exception>
    public LocalDevice Require(string key) => Find(key) ?? throw NotFound();

    public static CognitoException NotFound() => CognitoException.ResourceNotFound("Device does not exist.");

    /// <exception cref="CognitoException"><c>DeviceKeyExistsException</c>.</exception>
    public void Add(LocalDevice device)
    {
        if (!_byKey.TryAdd(device.Key, device)) throw new CognitoException("DeviceKeyExistsException", "Device key already exists.");
    }

    public void Remove(string key) => _byKey.Remove(key);
}
