namespace CognitoAuth.LocalCognito.Options;

/// <summary>One user pool on this machine. Binds from the configuration section <see cref="SectionName"/>.</summary>
public sealed class LocalCognitoOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string SectionName = "LocalCognito";

    /// <summary>TCP port on loopback; 0 chooses a free port.</summary>
    public int Port { get; set; }

    /// <summary>The region, which signatures must name.</summary>
    public string Region { get; set; } = "us-east-1";

    /// <summary>The pool's id: <c>{region}_{nine letters or digits}</c>.</summary>
    public string UserPoolId { get; set; } = "us-east-1_LocalPool";

    /// <summary>The <c>iss</c> of tokens; by default <c>{endpoint}/{userPoolId}</c>.</summary>
    public string? Issuer { get; set; }

    /// <summary>The pool's settings.</summary>
    public UserPoolOptions Pool { get; set; } = new();

    /// <summary>The app client with a secret.</summary>
    public AppClientOptions Client { get; set; } = new() { ClientId = "1localconfidentialclient01" };

    /// <summary>The app client without a secret, for browsers and mobile apps.</summary>
    public AppClientOptions PublicClient { get; set; } = new() { ClientId = "1localpublicclient00000002", GenerateSecret = false };

    /// <summary>The machine client, if any. Its only flow is <c>ALLOW_CLIENT_TOKEN_AUTH</c>.</summary>
    public AppClientOptions? MachineClient { get; set; }

    /// <summary>Secrets by access key id. When empty, any well-formed signature is accepted; otherwise signatures are verified.</summary>
    public IDictionary<string, string> AccessKeys { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether to keep a bounded record of requests, with masked secrets, for tests that count requests.</summary>
    public bool RecordRequests { get; set; }

    /// <summary>The HTTP statuses of errors. Clients must not depend on them.</summary>
    public ErrorStatusMode ErrorStatuses { get; set; }
}

/// <summary>The HTTP status of client errors (<c>docs/cognito.md#wire-protocol</c>).</summary>
public enum ErrorStatusMode
{
    /// <summary>400, as seen on the wire.</summary>
    AlwaysBadRequest,

    /// <summary>401, 403, 404 and 429, as the service model annotates them.</summary>
    Modelled,
}
