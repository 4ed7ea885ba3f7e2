using CognitoAuth.Application;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>The user pool and how to reach it: configuration section <c>Cognito</c>.</summary>
public sealed class CognitoOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cognito";

    /// <summary><see cref="CognitoMode.Embedded"/> by default in Development only.</summary>
    public CognitoMode Mode { get; set; } = CognitoMode.Aws;

    /// <summary>The AWS region: <c>eu-west-1</c>.</summary>
    public string Region { get; set; } = "";

    /// <summary>The pool's id: <c>eu-west-1_AbCdEfGhI</c>.</summary>
    public string UserPoolId { get; set; } = "";

    /// <summary>The app client that users sign in with.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client's secrets: the first is used, and the next one when Cognito refuses it. Empty for a public client.</summary>
    public IList<string> ClientSecrets { get; set; } = [];

    /// <summary>Further app clients of the pool whose access tokens are accepted.</summary>
    public IList<string> AcceptedClientIds { get; set; } = [];

    /// <summary>The pool's machine-to-machine app clients. They can request tokens, and their access tokens are accepted.</summary>
    public IList<string> MachineClientIds { get; set; } = [];

    /// <summary>Another endpoint that speaks Cognito's protocol; https unless loopback.</summary>
    public string? ServiceUrl { get; set; }

    /// <summary>Another issuer; https unless loopback. Its signing keys are read from <c>{issuer}/.well-known/jwks.json</c>.</summary>
    public string? Issuer { get; set; }

    /// <summary>How passwords get to Cognito.</summary>
    public PasswordFlow PasswordFlow { get; set; }

    /// <summary>The pool's password policy.</summary>
    public PasswordPolicy PasswordPolicy { get; set; } = new();

    /// <summary>The pool's passkeys.</summary>
    public PasskeyOptions Passkeys { get; set; } = new();

    /// <summary>The client's refresh-token lifetime, as configured in the pool.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Whether this API may use IAM credentials (standard AWS chain) for calls that need them.</summary>
    public bool UseAdminApi { get; set; }

    /// <summary>The issuers that tokens of the pool may name: the configured one, or the two forms that Cognito uses.</summary>
    public IReadOnlyList<string> Issuers => Issuer is { Length: > 0 } issuer
        ? [issuer.TrimEnd('/')]
        : [$"https://cognito-idp.{Region}.amazonaws.com/{UserPoolId}", $"https://issuer-cognito-idp.{Region}.amazonaws.com/{UserPoolId}"];

    /// <summary>Where the pool's signing keys are.</summary>
    public Uri JwksUri => new($"{Issuers[0]}/.well-known/jwks.json");

    /// <summary>Clients whose access tokens are accepted.</summary>
    public IEnumerable<string> TokenClientIds => AcceptedClientIds.Concat(MachineClientIds).Prepend(ClientId);
}

/// <summary>Which user pool the API talks to.</summary>
public enum CognitoMode
{
    /// <summary>A user pool of AWS, or the endpoint of <see cref="CognitoOptions.ServiceUrl"/>.</summary>
    Aws,

    /// <summary>The user pool inside this process, for development: Debug builds only.</summary>
    Embedded,
}

/// <summary>The pool's passkeys as configured there (Cognito's <c>WebAuthnConfiguration</c>).</summary>
public sealed class PasskeyOptions
{
    /// <summary>The domain that passkeys are valid for; empty if the pool has none.</summary>
    public string RelyingPartyId { get; set; } = "";

    /// <summary>Whether the pool requires a PIN or biometrics with a passkey.</summary>
    public UserVerification UserVerification { get; set; }
}

/// <summary>How passwords get to Cognito, by Cognito's names.</summary>
public enum PasswordFlow
{
    /// <summary>Cognito gets the password in the request, which TLS protects.</summary>
    USER_PASSWORD_AUTH,

    /// <summary>Cognito gets the password in a request that is signed with IAM credentials, so nobody can try passwords at Cognito directly.</summary>
    ADMIN_USER_PASSWORD_AUTH,

    /// <summary>Cognito gets a proof (SRP), never the password.</summary>
    USER_SRP_AUTH,
}
