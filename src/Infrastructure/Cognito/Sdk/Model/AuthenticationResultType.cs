namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The tokens of a completed sign-in or refresh.</summary>
public class AuthenticationResultType
{
    /// <summary>The access token. Secret.</summary>
    public string? AccessToken { get; set; }

    /// <summary>The lifetime of the access token in seconds.</summary>
    public int? ExpiresIn { get; set; }

    /// <summary>Always <c>Bearer</c>.</summary>
    public string? TokenType { get; set; }

    /// <summary>The refresh token; null after a refresh without rotation. Secret.</summary>
    public string? RefreshToken { get; set; }

    /// <summary>The ID token. Secret.</summary>
    public string? IdToken { get; set; }

    /// <summary>The keys of a device that can be confirmed; null where the pool does not remember devices.</summary>
    public NewDeviceMetadataType? NewDeviceMetadata { get; set; }
}

/// <summary>A device that Cognito has not seen before.</summary>
public class NewDeviceMetadataType
{
    /// <summary>The key of the device.</summary>
    public string? DeviceKey { get; set; }

    /// <summary>The key of the device's group, used in device SRP.</summary>
    public string? DeviceGroupKey { get; set; }
}
