using System.Diagnostics;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.RateLimiting;
using CognitoAuth.Infrastructure.Redis;
using CognitoAuth.IntegrationTests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Infrastructure.Redis;

[Trait("Needs", "redis")]
public sealed class RedisRateLimitsTests(RedisServer server, ITestOutputHelper output) : IClassFixture<RedisServer>
{
    private const int MiB = 1024 * 1024;

    // Long enough that no permit is restored within a test.
    private static readonly RateLimit Twenty = new("Twenty") { Permits = 20, Window = TimeSpan.FromHours(20) };
    private static readonly RateLimit Five = new("Five", refillsEvenly: false) { Permits = 5, Window = TimeSpan.FromHours(5) };

    // On a busy machine a response can take longer than callers wait. Then each instance would count alone.
    private static readonly TimeProvider NoTimeouts = new FakeTimeProvider();

    [Fact]
    public async Task All_instances_together_admit_exactly_as_many_calls_as_there_are_permits()
    {
        const int callsEach = 50;
        await using var instances = new Instances(server, 3, NoTimeouts);
        var key = Twenty.Of("name", nameof(All_instances_together_admit_exactly_as_many_calls_as_there_are_permits));

        var admitted = await Task.WhenAll(instances.All.SelectMany(instance => Enumerable.Range(0, callsEach).Select(async _ => await Take(instance, key) is null)));

        admitted.Count(isAdmitted => isAdmitted).ShouldBe(20);
    }

    [Fact]
    public async Task The_counters_in_Redis_count_as_the_counters_in_process_do()
    {
        await using var instances = new Instances(server, 1, NoTimeouts);
        var local = new InProcessRateLimits(TimeProvider.System);
        RateLimitKey[] keys = [Twenty.Of("name", "jane"), Twenty.Of("name", "joe"), Five.Of("session", "one"), Five.Of("session", "two")];
        // A fixed seed, so that a failure can be repeated.
        var random = new Random(1);
        for (var call = 0; call < 200; call++)
        {
            RateLimitKey[] taken = [.. keys.Where(_ => random.Next(2) == 0)];
            var shared = await Take(instances.All[0], taken);
            var alone = local.Take(taken);
            shared?.Limit.ShouldBe(alone?.Limit);
            (shared is null).ShouldBe(alone is null);
            if (shared is not null) (shared.RetryAfter - alone!.RetryAfter).Duration().ShouldBeLessThan(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task Rate_limits_need_no_more_rights_than_the_operations_page_names()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/operations.md"));
        var rights = page.Split('`').Single(code => code.Contains("-@all", StringComparison.Ordinal));
        await server.Execute("ACL", ["SETUSER", "app", "on", ">secret", .. rights.Split(' ')]);
        await server.Execute("SCRIPT", "FLUSH");
        await using var instances = new Instances(server, 2, NoTimeouts, ",user=app,password=secret");
        var key = new RateLimit("Rights") { Permits = 3, Window = TimeSpan.FromHours(3) }.Of("name", "jane");

        foreach (var instance in instances.All) (await Take(instance, key)).ShouldBeNull();
        (await Take(instances.All[0], key)).ShouldBeNull();
        // Without the right to count there, each instance would count alone.
        (await Take(instances.All[1], key)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_permit_that_is_given_back_can_be_taken_again()
    {
        await using var instances = new Instances(server, 1, NoTimeouts);
        var soon = new RateLimit("Soon") { Permits = 4, Window = TimeSpan.FromMilliseconds(400) };
        var key = soon.Of("name", "jane");
        RateLimitRefusal? refusal;
        while ((refusal = await Take(instances.All[0], key)) is null) continue;

        refusal.RetryAfter.ShouldBeInRange(TimeSpan.FromTicks(1), TimeSpan.FromMilliseconds(100));
        await Wait.Until(async () => await Take(instances.All[0], key) is null);
    }

    [Fact]
    public async Task All_counters_of_a_call_take_one_command()
    {
        await using var instances = new Instances(server, 1, NoTimeouts);
        RateLimitKey[] keys = [Twenty.Of("name", "one"), Twenty.Of("name", "two"), Five.Of("session", "three")];
        await Take(instances.All[0], keys);
        await server.Execute("CONFIG", "RESETSTAT");

        await Take(instances.All[0], keys);

        // Redis counts the commands that the script calls under their own names.
        var commands = (await server.Execute("INFO", "commandstats")).ToString().Split('\n').Select(line => line.Split(':')[0].Trim()).ToList();
        commands.ShouldContain("cmdstat_evalsha");
        commands.ShouldNotContain("cmdstat_eval");
        commands.ShouldNotContain("cmdstat_script|load");
    }

    [Fact]
    public async Task Many_names_use_no_more_memory_of_Redis_than_one()
    {
        await using var instances = new Instances(server, 1, NoTimeouts);
        var limit = new RateLimit("Flood") { Permits = 1_000_000, Window = TimeSpan.FromHours(1) };
        await Take(instances.All[0], limit.Of("name", "first"));
        var before = await MemoryOf("limit:Flood");

        foreach (var names in Enumerable.Range(0, 20_000).Chunk(100)) await Task.WhenAll(names.Select(async name => await Take(instances.All[0], limit.Of("name", $"user-{name}"))));

        var after = await MemoryOf("limit:Flood");
        output.WriteLine($"{before} bytes for one name, {after} for 20,001");
        after.ShouldBeLessThan(9 * MiB);
        ((long)await server.Execute("DBSIZE")).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task An_unused_limit_is_removed_from_Redis()
    {
        await using var instances = new Instances(server, 1, NoTimeouts);
        var limit = new RateLimit("Short") { Permits = 10, Window = TimeSpan.FromSeconds(30) };
        await Take(instances.All[0], limit.Of("name", "jane"));

        ((long)await server.Execute("PTTL", Instances.Key("limit:Short"))).ShouldBeInRange(1, 30_000);
    }

    private static async Task<RateLimitRefusal?> Take(RedisRateLimits limits, params RateLimitKey[] keys) => await limits.Take(keys, CancellationToken.None);

    private async Task<long> MemoryOf(string key) => (long)await server.Execute("MEMORY", "USAGE", Instances.Key(key));
}

/// <summary>What happens while Redis is unavailable. Each test has its own Redis, because it stops or pauses it.</summary>
[Trait("Clock", "Real")]
[Trait("Needs", "redis")]
public sealed class RedisOutageRateLimitsTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly RateLimit Twenty = new("Twenty") { Permits = 20, Window = TimeSpan.FromHours(20) };

    private readonly RedisServer _server = new();

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task During_an_outage_an_instance_continues_from_what_it_admitted()
    {
        await using var instances = new Instances(_server, 1, TimeProvider.System);
        var key = Twenty.Of("name", "jane");
        for (var call = 0; call < 15; call++) (await Take(instances, key)).ShouldBeNull();
        await _server.Stop();

        var admitted = 0;
        while (await Take(instances, key) is null) admitted++;
        admitted.ShouldBe(5);
    }

    // The worst case is a connection on which nothing arrives and nothing reports an error.
    [Fact]
    public async Task No_caller_waits_long_for_a_Redis_that_does_not_respond()
    {
        await using var instances = new Instances(_server, 1, TimeProvider.System);
        await Take(instances, Twenty.Of("name", "jane"));
        await _server.Pause();
        try
        {
            List<double> waits = [];
            for (var call = 0; call < 200; call++)
            {
                var started = Stopwatch.GetTimestamp();
                (await Take(instances, Twenty.Of("name", $"user-{call}"))).ShouldBeNull();
                waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            output.WriteLine($"longest wait {waits.Max():0} ms, median {waits.Order().ElementAt(100):0.000} ms");
            // The timeout is 100 ms. The larger bound allows for a busy machine.
            waits.Max().ShouldBeLessThan(1_000);
            waits.Order().ElementAt(100).ShouldBeLessThan(10);
        }
        finally
        {
            await _server.Resume();
        }
    }

    [Fact]
    public async Task Rate_limits_work_when_the_API_starts_without_Redis()
    {
        await _server.Stop();
        await using var instances = new Instances(_server, 1, TimeProvider.System);

        (await Take(instances, Twenty.Of("name", "jane"))).ShouldBeNull();
    }

    [Fact]
    public async Task Instances_share_the_limits_again_after_Redis_is_back()
    {
        // No timeout ends by itself: otherwise a late response would make that instance count alone again.
        var time = new FakeTimeProvider();
        await using var instances = new Instances(_server, 2, time);
        foreach (var instance in instances.All) await instance.Take([Twenty.Of("name", "jane")], CancellationToken.None);
        await _server.Stop();
        foreach (var instance in instances.All) await instance.Take([Twenty.Of("name", "jane")], CancellationToken.None);
        await _server.StartAgain();
        for (var number = 0; number < instances.All.Count; number++)
        {
            var probe = new RateLimit($"Probe{number}") { Permits = 1_000_000, Window = TimeSpan.FromHours(1) };
            var instance = instances.All[number];
            await Wait.Until(async () =>
            {
                time.Advance(RedisRateLimits.Pause);
                await instance.Take([probe.Of("name", "any")], CancellationToken.None);
                return (long)await _server.Execute("EXISTS", Instances.Key($"limit:{probe.Name}")) == 1;
            });
        }

        var admitted = 0;
        foreach (var instance in Enumerable.Repeat(instances.All, 20).SelectMany(all => all))
        {
            if (await instance.Take([Twenty.Of("name", "joe")], CancellationToken.None) is null) admitted++;
        }

        admitted.ShouldBe(20);
    }

    private static async Task<RateLimitRefusal?> Take(Instances instances, RateLimitKey key) => await instances.All[0].Take([key], CancellationToken.None);
}

/// <summary>Several instances, each with its own connection to Redis.</summary>
internal sealed class Instances : IAsyncDisposable
{
    private const string Pool = "eu-west-1_AbCdEfGhI";

    private readonly List<RedisConnection> _connections;

    /// <param name="server">The Redis that they share.</param>
    /// <param name="count">The number of instances.</param>
    /// <param name="time">The clock of their timeouts.</param>
    /// <param name="options">Options to append to the connection string.</param>
    public Instances(RedisServer server, int count, TimeProvider time, string options = "")
    {
        _connections = [.. Enumerable.Range(0, count).Select(_ => Connect(server.ConnectionString + options))];
        All = [.. _connections.Select(connection => new RedisRateLimits(connection, new InProcessRateLimits(time), time, NullLogger<RedisRateLimits>.Instance))];
        // As at the start of an instance: it connects before the first call.
        foreach (var connection in _connections) _ = connection.Database;
    }

    public IReadOnlyList<RedisRateLimits> All { get; }

    public static string Key(string name) => $"cognitoauth:{{{Pool}}}:{name}";

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _connections) await connection.DisposeAsync();
    }

    private static RedisConnection Connect(string connectionString) => new(new RedisOptions { ConnectionString = connectionString }, new UserPoolId(Pool));
}
