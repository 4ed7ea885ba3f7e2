using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>What happens to one request on its way to the pool and back.</summary>
/// <param name="Happen">Makes the fault. It returns whether the connection can be reused.</param>
public sealed record WireFault(Func<Exchange, Task<bool>> Happen)
{
    private const string Json = "application/x-amz-json-1.1";

    // Members of the responses of all operations, each with a wrong type.
    private const string WrongMembers = """
        {"AuthenticationResult":"text","ChallengeName":[],"ChallengeParameters":"text","Session":{},"UserConfirmed":"yes","UserSub":7,"CodeDeliveryDetails":"text","CodeDeliveryDetailsList":{},
        "Username":[],"UserAttributes":"text","UserMFASettingList":7,"SecretCode":{},"Status":[]}
        """;

    private static readonly TimeSpan BetweenDrips = TimeSpan.FromMilliseconds(400);

    /// <summary>No fault: the pool's own response.</summary>
    public static WireFault None { get; } = new(async exchange => await exchange.Write(await exchange.Forward()));

    /// <summary>Cognito throttles the request.</summary>
    public static WireFault Throttled { get; } = Instead(400, Json, """{"__type":"TooManyRequestsException","message":"Rate exceeded"}""");

    /// <summary>Cognito has an internal error.</summary>
    public static WireFault InternalError { get; } = Instead(500, Json, """{"__type":"InternalErrorException","message":"Something went wrong"}""");

    /// <summary>An error page of a proxy between API and pool.</summary>
    public static WireFault Page { get; } = Instead(503, "text/html", "<html>Bad day</html>");

    /// <summary>Success, without a body.</summary>
    public static WireFault Nothing { get; } = Instead(200, Json, "");

    /// <summary>Success, with truncated JSON.</summary>
    public static WireFault HalfJson { get; } = Instead(200, Json, """{"Session":"abc","Us""");

    /// <summary>Success, with JSON whose members have wrong types.</summary>
    public static WireFault WrongTypes { get; } = Instead(200, Json, WrongMembers);

    /// <summary>Success, with ten megabytes of JSON.</summary>
    public static WireFault TenMegabytes { get; } = Instead(200, Json, $$"""{"padding":"{{new string('x', 10 * 1024 * 1024)}}"}""");

    /// <summary>A redirect to another address that keeps the method and the body.</summary>
    public static WireFault Redirect { get; } = new(exchange => exchange.Write(new WireReply(307, "text/html", [], ["Location: /elsewhere"])));

    /// <summary>A reset before the request reaches the pool.</summary>
    public static WireFault ResetBefore { get; } = new(exchange => exchange.Reset());

    /// <summary>A reset after the pool has processed the request.</summary>
    public static WireFault ResetAfter { get; } = new(async exchange =>
    {
        await exchange.Forward();
        return await exchange.Reset();
    });

    /// <summary>The pool has processed the request, and the response ends before its declared length.</summary>
    public static WireFault Truncated { get; } = new(async exchange =>
    {
        var reply = await exchange.Forward();
        await exchange.Write(reply.Head(reply.Body.Length + 100));
        await exchange.Write(reply.Body);
        return false;
    });

    /// <summary>The pool has processed the request, and the response arrives at one byte in 400 ms.</summary>
    public static WireFault Dripping { get; } = new(async exchange =>
    {
        var reply = await exchange.Forward();
        // White space before JSON changes only the time.
        byte[] body = [.. Enumerable.Repeat((byte)' ', 1_000), .. reply.Body];
        await exchange.Write(reply.Head(body.Length));
        foreach (var drop in body)
        {
            await exchange.Write(new[] { drop });
            await Task.Delay(BetweenDrips, exchange.Stopping);
        }

        return true;
    });

    /// <summary>No response while the caller waits.</summary>
    public static WireFault Silence { get; } = new(async exchange =>
    {
        await exchange.CallerLeaves();
        return false;
    });

    /// <summary>The pool's own response after the gate opens. It reports a caller who disconnects before that.</summary>
    public static WireFault Until(Task open, TaskCompletionSource callerLeft) => new(async exchange =>
    {
        if (await Task.WhenAny(open, exchange.CallerLeaves()) != open)
        {
            callerLeft.TrySetResult();
            return false;
        }

        // The wait for the disconnect would consume the first byte of the next request.
        var reply = await exchange.Forward();
        await exchange.Write(reply with { Headers = [.. reply.Headers, "Connection: close"] });
        return false;
    });

    private static WireFault Instead(int status, string contentType, string body) => new(exchange => exchange.Write(new WireReply(status, contentType, Encoding.UTF8.GetBytes(body), [])));
}

/// <summary>One request that has arrived, and ways to respond to it.</summary>
/// <param name="connection">The caller's connection.</param>
/// <param name="forward">Forwards the request to the pool.</param>
/// <param name="stopping">Canceled when the proxy stops.</param>
public sealed class Exchange(Socket connection, Func<Task<WireReply>> forward, CancellationToken stopping)
{
    /// <summary>Canceled when the proxy stops.</summary>
    public CancellationToken Stopping => stopping;

    /// <summary>Forwards the request to the pool.</summary>
    public Task<WireReply> Forward() => forward();

    /// <summary>Sends a response.</summary>
    public async Task<bool> Write(WireReply reply)
    {
        await Write(reply.Head(reply.Body.Length));
        await Write(reply.Body);
        return true;
    }

    /// <summary>Sends bytes.</summary>
    public async Task Write(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0) bytes = bytes[await connection.SendAsync(bytes, stopping)..];
    }

    /// <summary>Ends the connection by RST instead of FIN.</summary>
    public Task<bool> Reset()
    {
        connection.LingerState = new LingerOption(enable: true, seconds: 0);
        connection.Close();
        return Task.FromResult(false);
    }

    /// <summary>Completes when the caller has closed the connection.</summary>
    public async Task CallerLeaves()
    {
        try
        {
            while (await connection.ReceiveAsync(new byte[1], stopping) > 0) continue;
        }
        catch (SocketException)
        {
            // The caller closed by RST.
        }
    }
}

/// <summary>A response as it is sent over the wire.</summary>
public sealed record WireReply(int Status, string ContentType, byte[] Body, IReadOnlyList<string> Headers)
{
    /// <summary>The status line and the headers.</summary>
    /// <param name="length">The declared length of the body.</param>
    public byte[] Head(int length) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"HTTP/1.1 {Status} -\r\nContent-Type: {ContentType}\r\nContent-Length: {length}\r\n{string.Concat(Headers.Select(header => header + "\r\n"))}\r\n"));
}
