using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito.Gateway;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// The HTTP client under the Cognito client: no redirects, no cookies, with limits on time, size and connections. It depends only on AWSSDK.Core,
/// so it also works with the official package.
/// </summary>
/// <remarks>
/// The configuration's <c>Timeout</c> covers the whole response, since the body is buffered before the runtime sees it. Each AWS client has its own HTTP
/// client (the runtime caches it) and disposes it. Also set <c>MaxErrorRetry</c> and <c>MaxStaleConnectionRetries</c> to 0.
/// </remarks>
public sealed class CognitoHttpClientFactory : HttpClientFactory
{
    /// <summary>The largest body that is read, in bytes. Cognito's largest responses to the calls of this API have about ten kilobytes.</summary>
    public const int LargestResponse = 1024 * 1024;

    // Shorter than an attempt, so that there is time for another one.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);

    // A sign-in holds a connection for about 100 ms: 100 connections carry a thousand a second, eight times the default account quota.
    private const int MostConnections = 100;

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var client = new HttpClient(new BufferedResponseHandler(CreateHandler(clientConfig)));
        if (clientConfig.Timeout is { } timeout) client.Timeout = timeout;
        return client;
    }

    /// <summary>The handler under the HTTP client. It limits connections and the time to connect; the caller must limit time and size of the response.</summary>
    internal static SocketsHttpHandler CreateHandler(IClientConfig clientConfig) => new()
    {
        // Following a 307 would send the password to any host that the response names.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = Connect,
        // Connections are renewed so that a change of Cognito's addresses is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        MaxConnectionsPerServer = clientConfig.MaxConnectionsPerServer ?? MostConnections,
        // An abandoned response is not read to its end to keep the connection: a stalled one would block the caller for seconds.
        ResponseDrainTimeout = TimeSpan.Zero,
        Proxy = clientConfig.GetWebProxy(),
    };

    /// <summary>Refuses a redirect, which Cognito never sends, and which the runtime of the AWS client takes for a success.</summary>
    /// <exception cref="UnusableResponseException">The response is a redirect.</exception>
    internal static void RefuseRedirect(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is >= 300 and < 400) throw new UnusableResponseException($"The response is a redirect (HTTP status {(int)response.StatusCode}), which Cognito never sends.");
    }

    internal static UnusableResponseException TooLarge(Exception? innerException = null) => new($"The response is larger than {LargestResponse} bytes.", innerException);

    /// <summary>
    /// Connects within <see cref="ConnectTimeout"/>. The handler's own timeout would end as a cancellation, like any other timeout; this one is a connection error, which proves that the request was not
    /// sent.
    /// </summary>
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(ConnectTimeout);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, timeout.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (Exception exception)
        {
            socket.Dispose();
            if (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested) throw new SocketException((int)SocketError.TimedOut);
            throw;
        }
    }

    private sealed class BufferedResponseHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                RefuseRedirect(response);
                await response.Content.LoadIntoBufferAsync(LargestResponse, cancellationToken);
                return response;
            }
            catch (Exception exception)
            {
                response.Dispose();
                if (exception is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded }) throw TooLarge(exception);
                throw;
            }
        }
    }
}
