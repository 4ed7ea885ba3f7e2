using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>The passkeys of a user who is signed in.</summary>
internal sealed partial class FakeCognitoGateway
{
    public Func<Result<JsonText>>? StartWebAuthnRegistration { get; set; }

    public Func<JsonText, Result<Success>>? CompleteWebAuthnRegistration { get; set; }

    public Func<int?, string?, Result<PasskeyPage>>? ListWebAuthnCredentials { get; set; }

    public Func<string, Result<Success>>? DeleteWebAuthnCredential { get; set; }

    Task<Result<JsonText>> ICognitoGateway.StartWebAuthnRegistration(Secret accessToken, CancellationToken cancellationToken)
    {
        calls.Add($"StartWebAuthnRegistration {accessToken.Reveal()}");
        return Task.FromResult(Expected(StartWebAuthnRegistration)());
    }

    Task<Result<Success>> ICognitoGateway.CompleteWebAuthnRegistration(Secret accessToken, JsonText credential, CancellationToken cancellationToken)
    {
        calls.Add($"CompleteWebAuthnRegistration {accessToken.Reveal()}");
        return Task.FromResult(Expected(CompleteWebAuthnRegistration)(credential));
    }

    Task<Result<PasskeyPage>> ICognitoGateway.ListWebAuthnCredentials(Secret accessToken, int? limit, string? nextToken, CancellationToken cancellationToken)
    {
        calls.Add($"ListWebAuthnCredentials {accessToken.Reveal()}");
        return Task.FromResult(Expected(ListWebAuthnCredentials)(limit, nextToken));
    }

    Task<Result<Success>> ICognitoGateway.DeleteWebAuthnCredential(Secret accessToken, string id, CancellationToken cancellationToken)
    {
        calls.Add($"DeleteWebAuthnCredential {accessToken.Reveal()}");
        return Task.FromResult(Expected(DeleteWebAuthnCredential)(id));
    }
}
