using System.Diagnostics;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Infrastructure.RateLimiting;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace CognitoAuth.UnitTests.Infrastructure.RateLimiting;

/// <summary>A flood of names. Measures memory, so it runs while no other test does.</summary>
[Trait("Duration", "Long")]
[Collection(nameof(FiveMillionNamesTests))]
[CollectionDefinition(nameof(FiveMillionNamesTests), DisableParallelization = true)]
public sealed class FiveMillionNamesTests(ITestOutputHelper output)
{
    private static readonly int Flood = Repetitions.Of(1_000_000);

    private static readonly RateLimit Limit = new("SignInPerAccount") { Permits = 20, Window = TimeSpan.FromMinutes(5) };

    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void Five_million_names_take_no_more_memory_than_the_first_reset_no_counter_and_lock_no_name_out()
    {
        var limits = new InProcessRateLimits(_clock);
        var victim = Limit.OfAccount("sign-in", "victim@example.com");
        while (Take(limits, victim)) continue;
        var before = GC.GetTotalMemory(forceFullCollection: true);

        // All at the same time, so that no permit comes back in between.
        var watch = Stopwatch.StartNew();
        for (var flood = 1; flood <= 5; flood++)
        {
            for (var number = 0; number < Flood; number++) Take(limits, Limit.OfAccount("sign-in", $"{Guid.NewGuid()}@example.com")).ShouldBeTrue();
            output.WriteLine($"{flood * Flood} names, {watch.Elapsed.TotalMicroseconds / (flood * Flood):0.00} µs each: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0:0} KiB more, a new name has {PermitsOf(limits)} of 20");
        }

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(1024 * 1024);
        Take(limits, victim).ShouldBeFalse("its counter was reset");
        PermitsOf(limits).ShouldBeGreaterThan(5);
    }

    /// <summary>The fewest permits that any of some new names has.</summary>
    private static int PermitsOf(InProcessRateLimits limits) => Enumerable.Range(0, 100).Min(_ =>
    {
        var name = Limit.OfAccount("sign-in", $"{Guid.NewGuid()}@example.com");
        var permits = 0;
        while (Take(limits, name)) permits++;
        return permits;
    });

    private static bool Take(InProcessRateLimits limits, RateLimitKey key) => limits.Take(key) is null;
}
