using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The operation for machine clients.</summary>
internal sealed partial class FakeCognitoGateway
{
    public Func<string, Result<MachineToken>>? GetClientToken { get; set; }

    Task<Result<MachineToken>> ICognitoGateway.GetClientToken(
        string clientId, Secret clientSecret, IReadOnlyList<string>? scopes, CancellationToken cancellationToken)
    {
        calls.Add($"GetClientToken {clientId} {clientSecret.Reveal()} {string.Join(' ', scopes ?? ["all"])}");
        return Task.FromResult(Expected(GetClientToken)(clientId));
    }
}
