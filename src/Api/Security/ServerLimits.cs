using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Security;

/// <summary>
/// Limits what a client can cost the server before its request is read. These limits of Kestrel stay as they are: 32 KiB of headers, 100 streams per HTTP/2 connection, and closing connections that
/// reset too many streams.
/// </summary>
internal sealed class ServerLimits : IConfigureOptions<KestrelServerOptions>
{
    /// <summary>In bytes. The largest request is a sign-up with its attributes, about ten kilobytes.</summary>
    private const int LargestBody = 64 * 1024;

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = LargestBody;
        // Each slow client occupies a connection: the headers must arrive within 10 s, and the largest body within about a minute.
        options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        options.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
    }
}
