using System.Collections.Frozen;
using System.Net;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Fetches the user pool's key set over its own connection: short, bounded, and only from the configured address. Redirects are not followed, since the server that responds decides which tokens are
/// accepted.
/// </summary>
internal sealed class JwksClient(TokenSettings settings, TimeProvider time) : IDisposable
{
    /// <summary>The longest that a fetch takes, including the body. Requests wait for it, so it is what a hanging server costs them.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Cognito's two keys take about 1 kB.</summary>
    private const int MaxResponseBytes = 64 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 16,
    })
    {
        MaxResponseContentBufferSize = MaxResponseBytes,
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches the key set.</summary>
    /// <exception cref="HttpRequestException">No response, a status other than 200, or a response that is too large.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="Timeout"/>.</exception>
    /// <exception cref="FormatException">See <see cref="JsonWebKeys.Read"/>, as is JsonException.</exception>
    public async Task<FrozenDictionary<string, SigningKey>> Fetch()
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        try
        {
            using var response = await _http.GetAsync(settings.JwksUri, timeout.Token);
            if (response.StatusCode != HttpStatusCode.OK) throw new HttpRequestException($"The key set's server responded with {(int)response.StatusCode}.", inner: null, response.StatusCode);

            return JsonWebKeys.Read(await response.Content.ReadAsByteArrayAsync(timeout.Token));
        }
        catch (OperationCanceledException canceled) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException($"The key set's server did not respond within {Timeout.TotalSeconds} s.", canceled);
        }
    }

    public void Dispose() => _http.Dispose();
}
