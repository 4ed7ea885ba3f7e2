namespace CognitoAuth.Application.Ports;

/// <summary>Reads the client's details from the request. Flows use <see cref="FlowContext"/>, which keeps them.</summary>
public interface IClientContext
{
    /// <summary>The device fingerprint that Cognito's client library made (<c>UserContextData.EncodedData</c>); <see langword="null"/> if the client sent none.</summary>
    Secret? EncodedUserContext { get; }

    /// <summary>The client's address, from trusted proxies only.</summary>
    string? IpAddress { get; }
}
