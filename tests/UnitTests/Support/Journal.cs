namespace CognitoAuth.UnitTests.Support;

/// <summary>What the ports were asked, in order, across all of them: <c>RevokeToken refresh-1</c>. The values are made up by the test, so secrets stand in clear.</summary>
internal sealed class Journal
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
