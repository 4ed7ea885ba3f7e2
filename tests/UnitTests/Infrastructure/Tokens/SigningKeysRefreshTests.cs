using System.Net;
using System.Threading.Channels;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class SigningKeysRefreshTests : IAsyncLifetime
{
    private readonly TestVerifier _pool = new();
    private readonly WatchedTime _time = new();

    public Task InitializeAsync() => _pool.InitializeAsync();

    public Task DisposeAsync() => _pool.DisposeAsync();

    [Fact]
    public async Task Keys_are_loaded_at_start_until_it_succeeds_and_refreshed_at_an_interval()
    {
        _pool.Server.Answer = KeySetServer.Status(HttpStatusCode.InternalServerError);
        using var refresh = new SigningKeysRefresh(_pool.Keys, _time);

        await refresh.StartAsync(CancellationToken.None);
        (await Delay()).ShouldBe(TimeSpan.FromSeconds(1));
        (await NextDelay()).ShouldBe(TimeSpan.FromSeconds(2));
        _pool.Keys.IsLoaded.ShouldBeFalse();

        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key);
        (await NextDelay()).ShouldBe(SigningKeysRefresh.Interval);
        _pool.Keys.IsLoaded.ShouldBeTrue();
        (await NextDelay()).ShouldBe(SigningKeysRefresh.Interval);
        _pool.Server.Requests.ShouldBe(4);

        await refresh.StopAsync(CancellationToken.None);
        refresh.ExecuteTask!.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_fetch_that_the_end_of_the_process_cuts_short_is_not_logged()
    {
        var logs = new RecordedLogs();
        using var client = new JwksClient(TestVerifier.Settings(_pool.Server), _time);
        var keys = new SigningKeys(client, _time, new TokenMetrics(_pool.Meters), logs.For<SigningKeys>());
        _pool.Server.Answer = KeySetServer.Hang;
        var fetch = keys.Refresh(CancellationToken.None);
        await _pool.Server.Arrival();

        client.Dispose();

        (await fetch.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBeFalse();
        logs.Lines.ShouldBeEmpty();
    }

    /// <summary>Ends the current delay, and waits for the next one.</summary>
    private Task<TimeSpan> NextDelay()
    {
        _time.Advance(SigningKeysRefresh.Interval);
        return Delay();
    }

    private Task<TimeSpan> Delay() => _time.Delays.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20));

    /// <summary>Records the delays that began.</summary>
    private sealed class WatchedTime : FakeTimeProvider
    {
        private readonly Channel<TimeSpan> _delays = Channel.CreateUnbounded<TimeSpan>();

        public ChannelReader<TimeSpan> Delays => _delays.Reader;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _delays.Writer.TryWrite(dueTime);
            return timer;
        }
    }
}
