using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Security;

/// <summary>
/// What a client may cost the server before anything was read of it. Kestrel's own limits that stay as they are: 32 KiB of headers, 100 streams per HTTP/2 connection, and an end to connections that
/// reset streams in a flood.
/// </summary>
internal sealed class ServerLimits : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>In bytes: the largest request is a sign-up with its attributes, some ten kilobytes.</summary>
    private const int LargestBody = 64 * 1024;

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LargestBody;
        // Slow clients hold a connection each: a request's head must be there soon, and the largest body within about a minute.
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
