namespace CognitoAuth.UnitTests.Support;

/// <summary>The calls to all ports in order: <c>RevokeToken refresh-1</c>. Secrets are readable, because the tests invent them.</summary>
internal sealed class CallLog
{
    private readonly List<string> _entries = [];

    public IReadOnlyList<string> Entries
    {
        get
        {
            lock (_entries) return [.. _entries];
        }
    }

    public void Add(FormattableString entry)
    {
        lock (_entries) _entries.Add(FormattableString.Invariant(entry));
    }
}
