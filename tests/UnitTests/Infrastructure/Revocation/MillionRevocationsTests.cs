using System.Diagnostics;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation;

/// <summary>At 100 bytes each. Measures memory, so it runs while no other test does.</summary>
[Collection(nameof(MillionRevocationsTests))]
[CollectionDefinition(nameof(MillionRevocationsTests), DisableParallelization = true)]
public sealed class MillionRevocationsTests(ITestOutputHelper output)
{
    private static readonly int Entries = Repetitions.Of(1_000_000);

    /// <summary>Two cleanings find nothing expired, the third removes all.</summary>
    private static readonly TimeSpan Lifetime = 2 * RevocationTable.CleaningInterval;

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public Task A_million_sessions_fit_in_100_MB_and_are_removed_in_time() =>
        Fit((revocations, id) => revocations.EndSession(SomeSession.IdOf(id), Lifetime, CancellationToken.None));

    [Fact]
    public Task A_million_users_fit_in_100_MB_and_are_removed_in_time() =>
        Fit(async (revocations, id) =>
        {
            var now = _time.GetUtcNow();
            await revocations.EndSignIns(id, now, TimeSpan.FromDays(30), CancellationToken.None);
            return await revocations.ConfirmSignInsEnded(id, now, now, Lifetime, CancellationToken.None);
        });

    private async Task Fit(Func<InProcessRevocations, string, ValueTask<Result<Success>>> record)
    {
        using var revocations = new InProcessRevocations(SomeSession.Pool, _time);
        var before = GC.GetTotalMemory(forceFullCollection: true);

        for (var number = 0; number < Entries; number++) await record(revocations, Guid.NewGuid().ToString());

        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{bytes / 1e6:F1} MB for {Entries} entries");
        bytes.ShouldBeLessThan(100L * Entries);
        revocations.Count.ShouldBe(Entries);

        var watch = Stopwatch.StartNew();
        _time.Advance(Lifetime);
        revocations.Count.ShouldBe(Entries, "their lifetime is not over");
        output.WriteLine($"{watch.ElapsedMilliseconds / 2} ms to look through them once");

        _time.Advance(RevocationTable.CleaningInterval);
        revocations.Count.ShouldBe(0);
    }
}
