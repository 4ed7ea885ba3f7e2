namespace CognitoAuth.LocalCognito.Protocol;

/// <summary>A user attribute on the wire.</summary>
internal sealed record AttributeType(string Name, string? Value);

/// <summary>What an administrative sign-in reports about its caller, for threat protection. This pool has no threat protection.</summary>
internal sealed record ContextDataType(string IpAddress, string ServerName, string ServerPath, IReadOnlyList<HttpHeader> HttpHeaders, string? EncodedData);

internal sealed record HttpHeader(string? HeaderName, string? HeaderValue);

/// <summary>Where a code was sent, masked.</summary>
internal sealed record CodeDeliveryDetailsType(string Destination, string DeliveryMedium, string AttributeName);

/// <summary>The tokens of a sign-in or a refresh. <c>RefreshToken</c> is absent when it did not change.</summary>
internal sealed record AuthenticationResultType(string AccessToken, int ExpiresIn, string TokenType, string? RefreshToken, string IdToken)
{
    /// <summary>The keys that an unknown device receives.</summary>
    public NewDeviceMetadataType? NewDeviceMetadata { get; init; }
}

/// <summary>The keys of a device that can be confirmed.</summary>
internal sealed record NewDeviceMetadataType(string DeviceKey, string DeviceGroupKey);

/// <summary>The response of every sign-in step: tokens or the next challenge.</summary>
internal sealed record AuthenticationResponse(
    string? ChallengeName,
    string? Session,
    IReadOnlyDictionary<string, string> ChallengeParameters,
    AuthenticationResultType? AuthenticationResult)
{
    /// <summary>The factors from which the user of <c>USER_AUTH</c> can choose.</summary>
    public IReadOnlyList<string>? AvailableChallenges { get; init; }

    public static AuthenticationResponse Tokens(AuthenticationResultType tokens) => new(null, null, new Dictionary<string, string>(StringComparer.Ordinal), tokens);
}
