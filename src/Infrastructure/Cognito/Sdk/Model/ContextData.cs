using System.Text.Json.Serialization;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>Counts the call in an Amazon Pinpoint application.</summary>
public class AnalyticsMetadataType
{
    /// <summary>The endpoint of the user in Amazon Pinpoint.</summary>
    public string? AnalyticsEndpointId { get; set; }
}

/// <summary>What threat protection learns about the client in unsigned operations.</summary>
public class UserContextDataType
{
    /// <summary>The address of the user's device.</summary>
    public string? IpAddress { get; set; }

    /// <summary>The device fingerprint that Cognito's script made.</summary>
    public string? EncodedData { get; set; }
}

/// <summary>What threat protection learns about the client in Admin operations.</summary>
public class ContextDataType
{
    /// <summary>The address of the user's device. Required.</summary>
    public string? IpAddress { get; set; }

    /// <summary>The name of the server that was called. Required.</summary>
    public string? ServerName { get; set; }

    /// <summary>The path that was called. Required.</summary>
    public string? ServerPath { get; set; }

    /// <summary>The headers of the user's request. Required.</summary>
    public List<HttpHeader>? HttpHeaders { get; set; }

    /// <summary>The device fingerprint that Cognito's script made.</summary>
    public string? EncodedData { get; set; }
}

/// <summary>One header of the user's request.</summary>
public class HttpHeader
{
    /// <summary>The name.</summary>
    [JsonPropertyName("headerName")]
    public string? HeaderName { get; set; }

    /// <summary>The value.</summary>
    [JsonPropertyName("headerValue")]
    public string? HeaderValue { get; set; }
}
