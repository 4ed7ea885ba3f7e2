namespace CognitoAuth.Application.Ports;

/// <summary>Reads from the request what is known of the client that calls. Flows ask <see cref="FlowContext"/>, which keeps it.</summary>
public interface IClientContext
{
    /// <summary>The device fingerprint that Cognito's client library made (<c>UserContextData.EncodedData</c>); <see langword="null"/> when the client sent none.</summary>
    Secret? EncodedUserContext { get; }

    /// <summary>The client's address, from trusted proxies only.</summary>
    string? IpAddress { get; }
}
