using System.Net;
using System.Net.Sockets;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Testing;
using CognitoAuth.LocalCognito.Wire;
using WireMock.Logging;
using WireMock.RequestBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace CognitoAuth.LocalCognito;

/// <summary>
/// A user pool that speaks Cognito's protocol on loopback, for development and tests. Any official AWS client works against <see cref="Endpoint"/>.
/// <code>
/// await using var cognito = LocalCognitoServer.Start();
/// cognito.Pool.AddUser("jane", "Passw0rd!");
/// foreach (var (key, value) in cognito.Settings) host.UseSetting(key, value);
/// </code>
/// </summary>
public sealed class LocalCognitoServer : IAsyncDisposable
{
    // Cancels requests that a fault delays or hangs. Otherwise the server would wait for them when it stops.
    private readonly CancellationTokenSource _stopping = new();
    private readonly WireMockServer _server;

    private LocalCognitoServer(LocalCognitoOptions options, TimeProvider time)
    {
        Clock = new VirtualClock(time);
        Pool = new LocalUserPool(options, Clock);
        Jwks = new KeyPublication(Pool);
        Requests = new RequestRecord(options.RecordRequests);
        Region = options.Region;
        ClientId = options.Client.ClientId;
        ClientSecret = Pool.SecretsOf(options.Client.ClientId) is [var secret, ..] ? secret : null;
        PublicClientId = options.PublicClient.ClientId;
        MachineClientId = options.MachineClient?.ClientId;
        MachineClientSecret = MachineClientId is null ? null : Pool.SecretsOf(MachineClientId)[0];
        _server = Listen(options.Port);
        Endpoint = $"http://127.0.0.1:{_server.Port}";
        if (options.Issuer is null) Pool.Issuer = $"{Endpoint}/{options.UserPoolId}";
        var operations = new OperationEndpoint(Pool, options, new SignatureCheck(options, Clock), Faults, Requests, Clock);
        var pool = Guid.NewGuid();
        Stubs = new Stubs(_server, pool);
        _server.Given(Request.Create()).AtPriority(int.MaxValue).WithGuid(pool).RespondWith(new WireMockResponseProvider(operations, new WellKnownEndpoint(Pool, Jwks), Clock, _stopping.Token));
        Settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Cognito:Mode"] = "Aws",
            ["Cognito:Region"] = Region,
            ["Cognito:UserPoolId"] = UserPoolId,
            ["Cognito:ClientId"] = ClientId,
            ["Cognito:ClientSecrets:0"] = ClientSecret,
            ["Cognito:ServiceUrl"] = Endpoint,
            ["Cognito:Issuer"] = Issuer,
            ["Cognito:Passkeys:RelyingPartyId"] = options.Pool.WebAuthnConfiguration.RelyingPartyId,
            ["Cognito:Passkeys:UserVerification"] = options.Pool.WebAuthnConfiguration.UserVerification.ToString(),
        };
    }

    /// <summary>The service URL for AWS clients, without a trailing slash.</summary>
    public string Endpoint { get; }

    /// <summary>The region for signatures.</summary>
    public string Region { get; }

    /// <summary>The pool's id.</summary>
    public string UserPoolId => Pool.Id;

    /// <summary>The id of the client with a secret.</summary>
    public string ClientId { get; }

    /// <summary>The secret of <see cref="ClientId"/>; null when it was configured without one.</summary>
    public string? ClientSecret { get; }

    /// <summary>The id of the client without a secret.</summary>
    public string PublicClientId { get; }

    /// <summary>The id of the machine client; null when none was configured.</summary>
    public string? MachineClientId { get; }

    /// <summary>The secret of <see cref="MachineClientId"/>; null when no machine client was configured.</summary>
    public string? MachineClientSecret { get; }

    /// <summary>The <c>iss</c> of tokens.</summary>
    public string Issuer => Pool.Issuer;

    /// <summary>The URL of the signing keys.</summary>
    public string JwksUri => $"{Endpoint}/{UserPoolId}/.well-known/jwks.json";

    /// <summary>The settings with which CognitoAuth calls this pool instead of AWS, by their keys.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; }

    /// <summary>The pool's clock, which can be set forward. Register it as the API's <see cref="TimeProvider"/>, so that the API sees tokens expire.</summary>
    public VirtualClock Clock { get; }

    /// <summary>The state behind the server.</summary>
    public LocalUserPool Pool { get; }

    /// <summary>The messages that a real pool would have sent.</summary>
    public Inbox Inbox => Pool.Inbox;

    /// <summary>Makes operations fail, for tests.</summary>
    public Faults Faults { get; } = new();

    /// <summary>Replaces responses with WireMock stubs.</summary>
    public Stubs Stubs { get; }

    /// <summary>The requests that reached the server, when <see cref="LocalCognitoOptions.RecordRequests"/> is on.</summary>
    public RequestRecord Requests { get; }

    /// <summary>Rotates signing keys and makes their publication fail.</summary>
    public KeyPublication Jwks { get; }

    /// <summary>Starts a pool and its server.</summary>
    /// <param name="options">The settings; the defaults serve most tests.</param>
    /// <param name="time">The clock that <see cref="Clock"/> follows; by default the system's clock.</param>
    /// <exception cref="InvalidOperationException">The port is taken.</exception>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">Settings are invalid; one failure per fault.</exception>
    public static LocalCognitoServer Start(LocalCognitoOptions? options = null, TimeProvider? time = null) =>
        new(options ?? new LocalCognitoOptions(), time ?? TimeProvider.System);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync();
        _server.Stop();
        _server.Dispose();
        _stopping.Dispose();
        Pool.Dispose();
    }

    private static WireMockServer Listen(int port)
    {
        try
        {
            // WireMock notices a taken port only after ten seconds.
            if (port != 0)
            {
                using var probe = new TcpListener(IPAddress.Loopback, port);
                probe.Start();
            }

            return WireMockServer.Start(new WireMockServerSettings
            {
                Urls = [$"http://127.0.0.1:{port}"],
                // WireMock keeps every request by default: 729 MB after a short load test.
                MaxRequestLogCount = 0,
                Logger = new WireMockNullLogger(),
                DisableJsonBodyParsing = true,
                DisableDeserializeFormUrlEncoded = true,
            });
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"LocalCognito could not listen on 127.0.0.1:{port}. Is the port taken? Set LocalCognito:Port to another one, or to 0.", exception);
        }
    }
}
