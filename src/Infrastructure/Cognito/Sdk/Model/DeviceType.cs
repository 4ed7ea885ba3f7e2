namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>A device of a user.</summary>
public class DeviceType
{
    /// <summary>The key of the device.</summary>
    public string? DeviceKey { get; set; }

    /// <summary>What is known of the device: `device_name`, `last_ip_used`, `dev:device_remembered_status` and others.</summary>
    public List<AttributeType>? DeviceAttributes { get; set; }

    /// <summary>When the device was confirmed, UTC.</summary>
    public DateTime? DeviceCreateDate { get; set; }

    /// <summary>When the device was last changed, UTC.</summary>
    public DateTime? DeviceLastModifiedDate { get; set; }

    /// <summary>When the user last signed in with the device, UTC.</summary>
    public DateTime? DeviceLastAuthenticatedDate { get; set; }
}

/// <summary>What proves a device's secret later, in SRP.</summary>
public class DeviceSecretVerifierConfigType
{
    /// <summary>The verifier, in Base64.</summary>
    public string? PasswordVerifier { get; set; }

    /// <summary>The salt, in Base64.</summary>
    public string? Salt { get; set; }
}
