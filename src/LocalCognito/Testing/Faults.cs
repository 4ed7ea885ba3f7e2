using System.Text.Json;
using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.LocalCognito.Testing;

/// <summary>What happens to one attempt of an operation instead of, or besides, the normal answer.</summary>
internal abstract record Fault
{
    /// <summary>Nothing: lets an attempt through, to hit a later one.</summary>
    public sealed record Pass : Fault;

    /// <summary>A refusal, without touching the pool.</summary>
    public sealed record Refuse(CognitoException Error) : Fault;

    /// <summary>The normal answer, late.</summary>
    public sealed record Delay(TimeSpan Duration) : Fault;

    /// <summary>The connection dies before the pool saw anything.</summary>
    public sealed record DropRequest : Fault;

    /// <summary>The pool did it, and nobody learns.</summary>
    public sealed record DropReply : Fault;

    /// <summary>Any bytes with any status, without touching the pool.</summary>
    public sealed record Answer(int Status, string Body, string ContentType) : Fault;
}

/// <summary>
/// Faults per operation and attempt. Calls queue up: <c>Pass("SignUp"); Fail("SignUp", error, times: 2)</c> lets the first attempt through,
/// fails the second and third, and then all is well again.
/// </summary>
public sealed class Faults
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<Fault>> _planned = new(StringComparer.Ordinal);

    /// <summary>Lets attempts through.</summary>
    public Faults Pass(string operation, int times = 1) => Plan(operation, new Fault.Pass(), times);

    /// <summary>Refuses without touching the pool.</summary>
    public Faults Fail(string operation, CognitoException error, int times = 1) => Plan(operation, new Fault.Refuse(error), times);

    /// <summary>Answers late. Real time, not the pool's clock: it is the caller's patience that is tested.</summary>
    public Faults Delay(string operation, TimeSpan duration, int times = 1) => Plan(operation, new Fault.Delay(duration), times);

    /// <summary>Resets the connection before the pool saw the request.</summary>
    public Faults DropRequest(string operation, int times = 1) => Plan(operation, new Fault.DropRequest(), times);

    /// <summary>Lets the pool do it, then resets the connection: the outcome stays unknown to the caller.</summary>
    public Faults DropReply(string operation, int times = 1) => Plan(operation, new Fault.DropReply(), times);

    /// <summary>Answers with these bytes, whatever they are.</summary>
    public Faults Answer(string operation, int status, string body, string contentType = "application/x-amz-json-1.1", int times = 1) =>
        Plan(operation, new Fault.Answer(status, body, contentType), times);

    /// <summary>
    /// How much later than usual each request is answered, by its operation and body, for as long as it is set: how a pool is slower for some users. Real time, as with <see cref="Delay"/>;
    /// before the pool sees the request, so that it does not block others.
    /// </summary>
    public Func<string, JsonElement, TimeSpan>? Latency { get; set; }

    /// <summary>Forgets all that is still planned.</summary>
    public void Clear()
    {
        lock (_gate)
            _planned.Clear();
    }

    internal Fault Next(string operation)
    {
        lock (_gate)
            return _planned.TryGetValue(operation, out var planned) && planned.TryDequeue(out var fault) ? fault : new Fault.Pass();
    }

    internal TimeSpan LatencyOf(string operation, byte[] body)
    {
        if (Latency is not { } latency)
            return TimeSpan.Zero;
        using var json = JsonDocument.Parse(body);
        return latency(operation, json.RootElement);
    }

    private Faults Plan(string operation, Fault fault, int times)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_gate)
        {
            if (!_planned.TryGetValue(operation, out var planned))
                _planned[operation] = planned = new Queue<Fault>();
            for (var attempt = 0; attempt < times; attempt++)
                planned.Enqueue(fault);
        }

        return this;
    }
}
