using CognitoAuth.Application.Ports;

namespace CognitoAuth.Api.Http;

/// <summary>The client of the current request. Outside a request its values are <see langword="null"/>.</summary>
internal sealed class ClientContext(IHttpContextAccessor accessor) : IClientContext
{
    /// <summary>The request header with the device fingerprint of Cognito's threat protection.</summary>
    public const string Header = "X-Cognito-User-Context";

    public Secret? EncodedUserContext => accessor.HttpContext?.Request.Headers[Header] is [{ Length: > 0 } value] ? new Secret(value) : null;

    public string? IpAddress => accessor.HttpContext?.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;
}
