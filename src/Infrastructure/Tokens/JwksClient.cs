using System.Collections.Frozen;
using System.Net;
using CognitoAuth.Infrastructure.Cognito;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>
/// Fetches the user pool's key set over a connection of its own: short, bounded, and to the configured address alone. Redirects are not followed, since whoever answers decides which tokens are good.
/// </summary>
internal sealed class JwksClient(IOptions<CognitoOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>The longest a fetch takes, body included. Requests wait for it, so it is what they lose when the address hangs.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    /// <summary>Two keys of Cognito take about 1 kB.</summary>
    private const int MaxAnswerBytes = 64 * 1024;

    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 16,
    })
    {
        MaxResponseContentBufferSize = MaxAnswerBytes,
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    /// <summary>Fetches the key set.</summary>
    /// <exception cref="HttpRequestException">No answer, an answer other than 200, or one that is too large.</exception>
    /// <exception cref="TimeoutException">It took longer than <see cref="Timeout"/>.</exception>
    /// <exception cref="FormatException">See <see cref="JsonWebKeys.Read"/>, as is JsonException.</exception>
    public async Task<FrozenDictionary<string, SigningKey>> Fetch()
    {
        using var timeout = new CancellationTokenSource(Timeout, time);
        try
        {
            using var response = await _http.GetAsync(options.Value.JwksUri, timeout.Token);
            if (response.StatusCode != HttpStatusCode.OK)
                throw new HttpRequestException($"The key set's address answered {(int)response.StatusCode}.", inner: null, response.StatusCode);

            return JsonWebKeys.Read(await response.Content.ReadAsByteArrayAsync(timeout.Token));
        }
        catch (OperationCanceledException canceled) when (timeout.IsCancellationRequested)
        {
            throw new TimeoutException($"The key set's address did not answer within {Timeout.TotalSeconds} s.", canceled);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
