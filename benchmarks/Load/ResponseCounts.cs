using System.Collections.Concurrent;

namespace CognitoAuth.Benchmarks.Load;

/// <summary>What the API answered, by call, status and code; and what it should not have answered.</summary>
internal sealed class ResponseCounts
{
    private readonly ConcurrentDictionary<(string Call, int Status, string Code), long> _counts = new();

    /// <summary>How many answers there were.</summary>
    public long Total => _counts.Values.Sum();

    /// <summary>How many of them were 5xx.</summary>
    public long Failures => _counts.Where(count => count.Key.Status >= 500).Sum(count => count.Value);

    /// <summary>Answers that must never be.</summary>
    public ConcurrentQueue<string> Wrong { get; } = new();

    /// <summary>Counts one.</summary>
    public void Add(string call, int status, string code)
    {
        _counts.AddOrUpdate((call, status, code), 1, (_, count) => count + 1);
        if (code is "internal_error" or "misconfigured" or "none") Wrong.Enqueue($"{call} {status} {code}");
    }

    /// <summary>Prints them as a table.</summary>
    public void Report()
    {
        Console.WriteLine();
        Console.WriteLine("| call | status | code | answers |");
        Console.WriteLine("|---|---:|---|---:|");
        foreach (var ((call, status, code), count) in _counts.OrderBy(count => count.Key)) Console.WriteLine($"| `{call}` | {status} | {(code.Length == 0 ? "" : $"`{code}`")} | {count:N0} |");
    }
}
