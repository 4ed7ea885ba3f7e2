using System.Text.Json;

namespace CognitoAuth.LocalCognito.Testing;

/// <summary>What happens to one attempt of an operation, instead of or in addition to the normal response.</summary>
internal abstract record Fault
{
    /// <summary>No fault: this attempt succeeds, and a later one fails.</summary>
    public sealed record Pass : Fault;

    /// <summary>An error. The pool does not see the request.</summary>
    public sealed record Refuse(CognitoException Error) : Fault;

    /// <summary>The normal response, after a delay.</summary>
    public sealed record Delay(TimeSpan Duration) : Fault;

    /// <summary>The connection is reset before the pool sees the request.</summary>
    public sealed record DropRequest : Fault;

    /// <summary>The pool executes the operation, and the connection is reset before the response.</summary>
    public sealed record DropResponse : Fault;

    /// <summary>Any bytes with any status. The pool does not see the request.</summary>
    public sealed record Respond(int Status, string Body, string ContentType) : Fault;
}

/// <summary>
/// Faults per operation and attempt. Faults are queued: <c>Pass("SignUp"); Fail("SignUp", error, times: 2)</c> lets the first attempt through
/// and fails the second and third. Later attempts succeed.
/// </summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Fault>> _planned = new(StringComparer.Ordinal);

    /// <summary>Lets attempts succeed.</summary>
    public Faults Pass(string operation, int times = 1) => Plan(operation, new Fault.Pass(), times);

    /// <summary>Responds with an error. The pool does not see the request.</summary>
    public Faults Fail(string operation, CognitoException error, int times = 1) => Plan(operation, new Fault.Refuse(error), times);

    /// <summary>Delays the response. The delay is in real time and not by the pool's clock, because it tests the caller's timeouts.</summary>
    public Faults Delay(string operation, TimeSpan duration, int times = 1) => Plan(operation, new Fault.Delay(duration), times);

    /// <summary>Resets the connection before the pool sees the request.</summary>
    public Faults DropRequest(string operation, int times = 1) => Plan(operation, new Fault.DropRequest(), times);

    /// <summary>Lets the pool execute the operation, then resets the connection: the caller cannot know the outcome.</summary>
    public Faults DropResponse(string operation, int times = 1) => Plan(operation, new Fault.DropResponse(), times);

    /// <summary>Responds with any status and body. The pool does not see the request.</summary>
    public Faults Respond(string operation, int status, string body, string contentType = "application/x-amz-json-1.1", int times = 1) =>
        Plan(operation, new Fault.Respond(status, body, contentType), times);

    /// <summary>
    /// An extra delay for each request, by operation and body, as long as the function is set. It simulates a pool that is slower for some users. The delay is in real time, as with <see cref="Delay"/>,
    /// and comes before the pool sees the request, so that it does not block other requests.
    /// </summary>
    public Func<string, JsonElement, TimeSpan>? Latency { get; set; }

    /// <summary>Removes all planned faults.</summary>
    public void Clear()
    {
        lock (_gate) _planned.Clear();
    }

    internal Fault Next(string operation)
    {
        lock (_gate) return _planned.TryGetValue(operation, out var planned) && planned.TryDequeue(out var fault) ? fault : new Fault.Pass();
    }

    internal TimeSpan LatencyOf(string operation, byte[] body)
    {
        if (Latency is not { } latency) return TimeSpan.Zero;
        using var json = JsonDocument.Parse(body);
        return latency(operation, json.RootElement);
    }

    private Faults Plan(string operation, Fault fault, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
        {
            if (!_planned.TryGetValue(operation, out var planned)) _planned[operation] = planned = new Queue<Fault>();
            for (var attempt = 0; attempt < times; attempt++) planned.Enqueue(fault);
        }

        return this;
    }
}
