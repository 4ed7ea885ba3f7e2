using System.Collections.Concurrent;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>The number of responses by call, status and code, and the responses that must not occur.</summary>
internal sealed class ResponseCounts
{
    private readonly ConcurrentDictionary<(string Call, int Status, string Code), long> _counts = new();

    /// <summary>The number of responses.</summary>
    public long Total => _counts.Values.Sum();

    /// <summary>The number of 5xx responses.</summary>
    public long Failures => _counts.Where(count => count.Key.Status >= 500).Sum(count => count.Value);

    /// <summary>Responses that must not occur.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Counts a response.</summary>
    public void Add(string call, int status, string code)
    {
        _counts.AddOrUpdate((call, status, code), 1, (_, count) => count + 1);
        if (code is "internal_error" or "misconfigured" or "none") Wrong.Enqueue($"{call} {status} {code}");
    }

    /// <summary>Prints the counts as a table.</summary>
    public void Report()
    {
        Console.WriteLine();
        Console.WriteLine("| call | status | code | responses |");
        Console.WriteLine("|---|---:|---|---:|");
        foreach (var ((call, status, code), count) in _counts.OrderBy(count => count.Key)) Console.WriteLine($"| `{call}` | {status} | {(code.Length == 0 ? "" : $"`{code}`")} | {count:N0} |");
    }
}
