namespace CognitoAuth.LocalCognito.Protocol;

/// <summary>A user attribute on the wire.</summary>
internal sealed record AttributeType(string Name, string? Value);

/// <summary>What an administrative sign-in tells of its caller, for threat protection, which this pool does not have.</summary>
internal sealed record ContextDataType(string IpAddress, string ServerName, string ServerPath, IReadOnlyList<HttpHeader> HttpHeaders, string? EncodedData);

internal sealed record HttpHeader(string? HeaderName, string? HeaderValue);

/// <summary>Where a code went, masked.</summary>
internal sealed record CodeDeliveryDetailsType(string Destination, string DeliveryMedium, string AttributeName);

/// <summary>The tokens of a sign-in or a refresh. <c>RefreshToken</c> is absent when it did not change.</summary>
internal sealed record AuthenticationResultType(string AccessToken, int ExpiresIn, string TokenType, string? RefreshToken, string IdToken)
{
    /// <summary>The keys that a device gets which the pool does not know.</summary>
    public NewDeviceMetadataType? NewDeviceMetadata { get; init; }
}

/// <summary>The keys of a device that may be confirmed now.</summary>
internal sealed record NewDeviceMetadataType(string DeviceKey, string DeviceGroupKey);

/// <summary>The answer of every sign-in step: tokens, or the next challenge.</summary>
internal sealed record AuthenticationResponse(
    string? ChallengeName,
    string? Session,
    IReadOnlyDictionary<string, string> ChallengeParameters,
    AuthenticationResultType? AuthenticationResult)
{
    /// <summary>What <c>USER_AUTH</c> lets the user choose from.</summary>
    public IReadOnlyList<string>? AvailableChallenges { get; init; }

    public static AuthenticationResponse Tokens(AuthenticationResultType tokens) => new(null, null, new Dictionary<string, string>(StringComparer.Ordinal), tokens);
}
