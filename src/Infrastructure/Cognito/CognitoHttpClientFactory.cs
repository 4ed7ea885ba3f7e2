using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito.Gateway;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// The HTTP client under the Cognito client: no redirects, no cookies, bounded in time, size and connections. It needs nothing of the client but
/// AWSSDK.Core, so the official package works with it too.
/// </summary>
/// <remarks>
/// The configuration's <c>Timeout</c> covers the whole answer, since the body is buffered before the runtime sees it. One HTTP client is made for each
/// AWS client (the runtime caches it there) and disposed with it. Set <c>MaxErrorRetry</c> and <c>MaxStaleConnectionRetries</c> to 0 beside it.
/// </remarks>
public sealed class CognitoHttpClientFactory : HttpClientFactory
{
    /// <summary>The largest body that is read, in bytes. Cognito's largest answers to our calls are some ten kilobytes.</summary>
    public const int LargestAnswer = 1024 * 1024;

    // Shorter than an attempt, so that there is time for another.
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(1);

    // A sign-in holds a connection for about 100 ms: 100 connections carry a thousand a second, eight times the default account quota.
    private const int MostConnections = 100;

    /// <inheritdoc/>
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var client = new HttpClient(new BufferedAnswerHandler(CreateHandler(clientConfig)));
        if (clientConfig.Timeout is { } timeout) client.Timeout = timeout;
        return client;
    }

    /// <summary>What the HTTP client sends with: bounded in connections, and in the time to connect; who uses it bounds time and size of the answer.</summary>
    internal static SocketsHttpHandler CreateHandler(IClientConfig clientConfig) => new()
    {
        // Following a 307 would send the password to whichever host the answer names.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = Connect,
        // Connections are renewed so that a change of Cognito's addresses is noticed.
        PooledConnectionLifetime = TimeSpan.FromMinutes(3),
        MaxConnectionsPerServer = clientConfig.MaxConnectionsPerServer ?? MostConnections,
        // An answer that was given up is not read to its end to save the connection: a stalled one would hold the caller for seconds.
        ResponseDrainTimeout = TimeSpan.Zero,
        Proxy = clientConfig.GetWebProxy(),
    };

    /// <summary>Refuses an answer that Cognito never gives.</summary>
    /// <exception cref="UnusableAnswerException">It is a redirect.</exception>
    internal static void Received(HttpResponseMessage response)
    {
        // Refused here, because the runtime of the AWS client takes a redirect for a success.
        if ((int)response.StatusCode is >= 300 and < 400) throw new UnusableAnswerException($"The answer is a redirect (HTTP status {(int)response.StatusCode}), which Cognito never sends.");
    }

    internal static UnusableAnswerException TooLarge(Exception? innerException = null) => new($"The answer is larger than {LargestAnswer} bytes.", innerException);

    /// <summary>
    /// Connects within <see cref="ConnectTimeout"/>. In place of the handler's own timeout, which ends as a cancellation like any other: a connection that did not come about is a connection error,
    /// and so a request that was surely not sent.
    /// </summary>
    private static async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(ConnectTimeout);
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, patience.Token);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            socket.Dispose();
            throw new SocketException((int)SocketError.TimedOut);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class BufferedAnswerHandler(HttpMessageHandler innerHandler) : DelegatingHandler(innerHandler)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            try
            {
                Received(response);
                await Buffer(response.Content, cancellationToken);
                return response;
            }
            catch
            {
                response.Dispose();
                throw;
            }
        }

        private static async Task Buffer(HttpContent content, CancellationToken cancellationToken)
        {
            try
            {
                await content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
            {
                throw TooLarge(exception);
            }
        }
    }
}
