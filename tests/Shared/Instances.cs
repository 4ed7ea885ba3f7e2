using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.Tests.Shared;

/// <summary>Several instances that share one log.</summary>
internal sealed class Instances(IReadOnlyList<Instance> members) : IAsyncDisposable
{
    public IReadOnlyList<Instance> Members => members;

    public Instance this[int index] => members[index];

    /// <summary>Waits until each has read all that is in the log now.</summary>
    public Task ReadUpToNow() => Task.WhenAll(members.Select(member => member.ReadUpToNow()));

    public void ShouldBe(VerifiedToken token, RevocationStatus status, string? because = null)
    {
        foreach (var member in members) member.Check(token).ShouldBe(status, because);
    }

    /// <summary>Asserts that all instances know the same, except for rounding of the entries' expiry by a few seconds.</summary>
    public void ShouldKnowTheSame()
    {
        var first = members[0].Replica.Table;
        foreach (var table in members.Skip(1).Select(member => member.Replica.Table))
        {
            table.Sessions.Select(session => session.Key).ShouldBe(first.Sessions.Select(session => session.Key), ignoreOrder: true);
            foreach (var (session, expires) in table.Sessions) Math.Abs(expires - first.SessionExpiry(session)).ShouldBeLessThan(5);

            table.Users.Select(user => user.Key).ShouldBe(first.Users.Select(user => user.Key), ignoreOrder: true);
            foreach (var (user, ended) in table.Users)
            {
                var known = first.User(user);
                ended.Sequence.ShouldBe(known.Sequence);
                ended.Confirmed.Time.ShouldBe(known.Confirmed.Time);
                (ended.Open?.Provisional ?? []).Select(one => one.Time).ShouldBe((known.Open?.Provisional ?? []).Select(one => one.Time));
                (ended.Open?.Admitted ?? []).ShouldBe(known.Open?.Admitted ?? []);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var member in members) await member.DisposeAsync();
    }
}
