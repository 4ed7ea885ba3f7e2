using System.Diagnostics;
using System.Globalization;
using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using StackExchange.Redis;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Infrastructure.Revocation;

/// <summary>The memory that a million sign-outs need in Redis, and the time that a new instance needs to read them.</summary>
[Trait("Clock", "Real")]
[Trait("Needs", "redis")]
public sealed class MillionEventsTests(RedisServer redis, ITestOutputHelper output) : IClassFixture<RedisServer>
{
    private const int Slice = 5_000;

    private static readonly int SignOuts = Repetitions.Of(1_000_000);

    [Fact]
    public async Task A_million_sign_outs_fit_in_Redis_and_are_read_and_restored_in_acceptable_time()
    {
        // The test measures how long it takes. It does not test timeouts, which a busy machine could exceed.
        var patient = $"{redis.ConnectionString},asyncTimeout=60000";
        await using var connection = await redis.Connect();
        var before = await Memory(connection);
        await using var writer = await Instance.Start(patient);
        var sessions = Enumerable.Range(0, SignOuts).Select(_ => Guid.NewGuid().ToString()).ToArray();
        foreach (var slice in sessions.Chunk(Slice))
        {
            await writer.Append(slice.Select(session => new RevocationEvent.SessionEnded(EventIds.Next(), SomeSession.IdOf(session), (long)Instance.Month.TotalSeconds)));
        }

        var bytes = await Memory(connection) - before;
        output.WriteLine($"Redis: {bytes / 1e6:F0} MB for {SignOuts} sign-outs");
        bytes.ShouldBeLessThan(150L * SignOuts);

        var watch = Stopwatch.StartNew();
        await using var late = await Instance.Start(patient);
        output.WriteLine($"A new instance: in sync after {watch.Elapsed.TotalSeconds:F1} s");
        late.Replica.Table.Count.ShouldBe(SignOuts);
        late.Check(Instance.Token().WithOriginJti(sessions[^1])).ShouldBe(RevocationStatus.SessionEnded);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
        await writer.ReadUpToNow();

        await redis.Execute("FLUSHALL");
        watch.Restart();
        await Wait.Until(() => writer.Lines.Concat(late.Lines).Count(line => line.Contains("has all sign-outs again", StringComparison.Ordinal)) == 2, TimeSpan.FromMinutes(3));
        output.WriteLine($"An emptied Redis: restored after {watch.Elapsed.TotalSeconds:F1} s");
        ((long)await redis.Execute("XLEN", "cognitoauth:{eu-west-1_Example}:revocations")).ShouldBe(SignOuts);
        (writer.Replica.Table.Count, late.Replica.Table.Count).ShouldBe((SignOuts, SignOuts));
    }

    private static async Task<long> Memory(ConnectionMultiplexer connection)
    {
        var info = await connection.GetServers()[0].InfoAsync("memory");
        return long.Parse(info.SelectMany(section => section).Single(entry => entry.Key == "used_memory").Value, CultureInfo.InvariantCulture);
    }
}
