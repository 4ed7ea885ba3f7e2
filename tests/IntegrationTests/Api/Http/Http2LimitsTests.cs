using System.Buffers.Binary;
using System.Net.Sockets;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

/// <summary>The limits of HTTP/2 (RFC 9113), tested frame by frame.</summary>
public sealed class Http2LimitsTests
{
    private const byte Headers = 1;
    private const byte ResetStream = 3;
    private const byte Settings = 4;
    private const byte EndStreamAndHeaders = 0x1 | 0x4;
    private const int Flood = 100_000;

    // GET http://a/ by the static table of HPACK (RFC 7541, appendix A), with the authority as a literal.
    private static readonly byte[] Get = [0x82, 0x86, 0x84, 0x01, 0x01, (byte)'a'];

    [Fact]
    public async Task Streams_and_headers_of_a_connection_are_limited()
    {
        await using var api = Start();
        using var connection = await Connect(api);

        var settings = (await Frames(connection).FirstAsync(frame => frame.Type == Settings)).Payload;

        var values = settings.Chunk(6).ToDictionary(setting => BinaryPrimitives.ReadUInt16BigEndian(setting), setting => BinaryPrimitives.ReadUInt32BigEndian(setting.AsSpan(2)));
        values[3].ShouldBe(100u, "SETTINGS_MAX_CONCURRENT_STREAMS");
        values[6].ShouldBe(32u * 1024, "SETTINGS_MAX_HEADER_LIST_SIZE");
    }

    // CVE-2023-44487: requests that are cancelled at once cost the client nothing.
    [Fact]
    public async Task A_connection_that_resets_a_flood_of_streams_is_closed()
    {
        await using var api = Start();
        using var connection = await Connect(api);
        var stream = connection.GetStream();

        var sent = 0;
        try
        {
            for (; sent < Flood; sent++)
            {
                var id = (sent * 2) + 1;
                await stream.WriteAsync(Frame(Headers, EndStreamAndHeaders, id, Get));
                await stream.WriteAsync(Frame(ResetStream, 0, id, [0, 0, 0, 8]));
            }
        }
        catch (IOException)
        {
            // The connection was closed before its last frame was read.
        }

        sent.ShouldBeLessThan(Flood);
        (await api.Client.GetAsync(new Uri("/health/live", UriKind.Relative))).EnsureSuccessStatusCode();
    }

    // Without TLS, there is no negotiation of the version: the server must be configured for it.
    private static TestApi Start()
    {
        var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Kestrel:EndpointDefaults:Protocols"] = "Http2" });
        api.Client.DefaultRequestVersion = System.Net.HttpVersion.Version20;
        api.Client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;
        return api;
    }

    private static async Task<TcpClient> Connect(TestApi api)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(api.Client.BaseAddress!.Host, api.Client.BaseAddress.Port);
        await connection.GetStream().WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await connection.GetStream().WriteAsync(Frame(Settings, 0, 0, []));
        return connection;
    }

    private static byte[] Frame(byte type, byte flags, int streamId, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        frame[2] = (byte)payload.Length;
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), streamId);
        payload.CopyTo(frame, 9);
        return frame;
    }

    private static async IAsyncEnumerable<(byte Type, byte[] Payload)> Frames(TcpClient connection)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var stream = connection.GetStream();
        var head = new byte[9];
        while (true)
        {
            await stream.ReadExactlyAsync(head, timeout.Token);
            var payload = new byte[(head[0] << 16) | (head[1] << 8) | head[2]];
            await stream.ReadExactlyAsync(payload, timeout.Token);
            yield return (head[3], payload);
        }
    }
}
