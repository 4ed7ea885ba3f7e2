using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Redis;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.IntegrationTests.Infrastructure.Revocation;

/// <summary>The sign-outs of one instance of the API, as they run in it, without the rest.</summary>
internal sealed class Instance : IAsyncDisposable
{
    /// <summary>The budget in tests that do not let it run out.</summary>
    public static readonly TimeSpan NoHurry = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Day = TimeSpan.FromHours(24);
    public static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly RedisConnection _redis;
    private readonly Logger _logger = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private Instance(string connectionString, TimeSpan staleness, string userPoolId, TimeProvider time)
    {
        // Quick to settle, or each start would take seconds.
        var times = new FeedTimes(staleness) { Beat = TimeSpan.FromMilliseconds(100), Settling = TimeSpan.FromMilliseconds(500) };
        _redis = new RedisConnection(new RedisOptions { ConnectionString = connectionString }, new CognitoOptions { UserPoolId = userPoolId });
        Log = new RevocationLog(_redis);
        var meters = _services.GetRequiredService<IMeterFactory>();
        Metrics = new RecordedMetrics(meters);
        var metrics = new RevocationMetrics(meters);
        Replica = new RevocationReplica(times, time, metrics);
        Outbox = new RevocationOutbox(time);
        Feed = new RevocationFeed(Log, Replica, Outbox, times, time, metrics, _logger);
        Revocations = new SharedRevocations(Replica, Outbox, Feed, time);
    }

    public RevocationLog Log { get; }

    public RevocationReplica Replica { get; }

    public RevocationOutbox Outbox { get; }

    public RevocationFeed Feed { get; }

    public IRevocations Revocations { get; }

    /// <summary>What it measured.</summary>
    public RecordedMetrics Metrics { get; }

    /// <summary>What it logged.</summary>
    public IReadOnlyCollection<string> Lines => _logger.Lines;

    /// <summary>Starts one.</summary>
    public static async Task<Instance> Begin(string connectionString, TimeSpan? staleness = null, string userPoolId = "eu-west-1_Example", TimeProvider? time = null)
    {
        var instance = new Instance(connectionString, staleness ?? NoHurry, userPoolId, time ?? TimeProvider.System);
        await instance.Feed.StartAsync(CancellationToken.None);
        return instance;
    }

    /// <summary>Starts one and waits until it is in sync.</summary>
    public static async Task<Instance> Start(string connectionString, TimeSpan? staleness = null, string userPoolId = "eu-west-1_Example", TimeProvider? time = null)
    {
        var instance = await Begin(connectionString, staleness, userPoolId, time);
        await Eventually.Holds(() => instance.Replica.IsFresh);
        return instance;
    }

    /// <summary>Starts several and waits until they are in sync.</summary>
    public static Task<Instance[]> Start(int count, string connectionString) => Task.WhenAll(Enumerable.Range(0, count).Select(_ => Start(connectionString)));

    /// <summary>A token of a session of its own.</summary>
    public static VerifiedToken Token(string? subject = null, DateTimeOffset? authTime = null) => new()
    {
        Subject = subject ?? Guid.NewGuid().ToString(),
        Username = "jane",
        ClientId = "1example23456789",
        AuthTime = authTime ?? DateTimeOffset.UtcNow.AddMinutes(-5),
        IssuedAt = DateTimeOffset.UtcNow,
        ExpiresAt = DateTimeOffset.UtcNow.AddHours(1),
        OriginJti = Guid.NewGuid().ToString(),
    };

    public RevocationStatus Check(VerifiedToken token) => Revocations.Check(token);

    /// <summary>Ends a session.</summary>
    /// <returns>Why it could not be recorded everywhere.</returns>
    public async Task<AuthError?> EndSession(VerifiedToken token, TimeSpan? lifetime = null) => (await Revocations.EndSession(token.Session, lifetime ?? Month, CancellationToken.None)).Error;

    /// <summary>Ends a user's sign-ins, before Cognito confirms.</summary>
    /// <returns>Why it could not be recorded everywhere.</returns>
    public async Task<AuthError?> EndSignIns(string subject, DateTimeOffset upTo) => (await Revocations.EndSignIns(subject, upTo, Month, CancellationToken.None)).Error;

    /// <summary>Cognito confirmed.</summary>
    /// <returns>Why it could not be recorded everywhere.</returns>
    public async Task<AuthError?> Confirm(string subject, DateTimeOffset upTo, DateTimeOffset confirmed) =>
        (await Revocations.ConfirmSignInsEnded(subject, upTo, confirmed, Day, CancellationToken.None)).Error;

    public ValueTask<RevocationMark> Mark() => Revocations.Mark(CancellationToken.None);

    public ValueTask Admit(VerifiedToken token, RevocationMark mark) => Revocations.Admit(token, mark, CancellationToken.None);

    /// <summary>Waits until it has read all that is in the log now, and before that until it reaches Redis.</summary>
    public Task CatchUp() => Eventually.Holds(async () => await Feed.ReadUpToNow().WaitAsync(TimeSpan.FromSeconds(30)) != RevocationMark.None);

    public async ValueTask DisposeAsync()
    {
        await Feed.StopAsync(CancellationToken.None);
        Feed.Dispose();
        await _redis.DisposeAsync();
        Metrics.Dispose();
        await _services.DisposeAsync();
    }

    private sealed class Logger : ILogger<RevocationFeed>
    {
        private readonly ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            _lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");
    }
}
