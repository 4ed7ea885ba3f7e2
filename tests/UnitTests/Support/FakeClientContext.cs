using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>A client whose address the test chooses.</summary>
internal sealed class FakeClientContext : IClientContext
{
    public Secret? EncodedUserContext { get; set; }

    public string? IpAddress { get; set; } = "192.0.2.1";
}
