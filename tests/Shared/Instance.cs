using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Tests.Shared;

/// <summary>The sign-outs of one instance of the API, over a shared log, without the rest of the API.</summary>
internal sealed partial class Instance : IAsyncDisposable
{
    /// <summary>The staleness budget in tests that do not let it run out.</summary>
    public static readonly TimeSpan LongBudget = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan Day = TimeSpan.FromHours(24);
    public static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly LogReader _reader;
    private readonly IAsyncDisposable? _connection;
    private readonly Logger _logger = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    private Instance(IRevocationLog log, FeedTimes times, UserPoolId pool, TimeProvider time, IAsyncDisposable? connection)
    {
        _connection = connection;
        Log = log;
        var meters = _services.GetRequiredService<IMeterFactory>();
        Metrics = new RecordedMetrics(meters);
        var metrics = new RevocationMetrics(meters);
        Replica = new RevocationReplica(times, time, metrics);
        Outbox = new RevocationOutbox(time);
        _reader = new LogReader(log, Replica, Outbox, pool, time, metrics);
        Feed = new RevocationFeed(log, _reader, Replica, Outbox, times, time, _logger);
        Revocations = new SharedRevocations(Replica, Outbox, Feed, pool, time);
    }

    public IRevocationLog Log { get; }

    public RevocationReplica Replica { get; }

    public RevocationOutbox Outbox { get; }

    public RevocationFeed Feed { get; }

    public IRevocations Revocations { get; }

    /// <summary>The instance's metrics.</summary>
    public RecordedMetrics Metrics { get; }

    /// <summary>The lines that the instance logged.</summary>
    public IReadOnlyCollection<string> Lines => _logger.Lines;

    /// <summary>Whether the instance logged that the shared log is complete again.</summary>
    public bool HasRecovered => Lines.Any(line => line.Contains("has all sign-outs again", StringComparison.Ordinal));

    /// <summary>Starts an instance.</summary>
    public static async Task<Instance> Begin(IRevocationLog log, FeedTimes times, UserPoolId? pool = null, TimeProvider? time = null, IAsyncDisposable? connection = null)
    {
        var instance = new Instance(log, times, pool ?? SomeSession.Pool, time ?? TimeProvider.System, connection);
        await instance.Feed.StartAsync(CancellationToken.None);
        return instance;
    }

    /// <summary>Starts an instance and waits until it is in sync.</summary>
    public static async Task<Instance> Start(IRevocationLog log, FeedTimes times)
    {
        var instance = await Begin(log, times);
        await Wait.Until(() => instance.Replica.IsFresh);
        return instance;
    }

    /// <summary>A token of a new session.</summary>
    public static VerifiedToken Token(string? subject = null, DateTimeOffset? authTime = null) => SomeSession.Token(subject, authTime);

    /// <summary>Appends events to the shared log, as another instance would.</summary>
    public Task Append(params IEnumerable<RevocationEvent> events) => Log.Exchange(null, [.. events.Select(happened => new ReadOnlyMemory<byte>(RevocationEventFormat.Write(happened)))], 2);

    /// <summary>Removes the entries from the shared log that have expired at the given time.</summary>
    public Task Trim(DateTimeOffset now) => _reader.Trim(now);

    public RevocationStatus Check(VerifiedToken token) => Revocations.Check(token);

    /// <summary>Ends a session.</summary>
    /// <returns>The error when it could not be recorded everywhere; otherwise null.</returns>
    public async Task<AuthError?> EndSession(VerifiedToken token, TimeSpan? lifetime = null) => (await Revocations.EndSession(token.Session, lifetime ?? Month, CancellationToken.None)).Error;

    /// <summary>Ends a user's sign-ins, before Cognito confirms it.</summary>
    /// <returns>The error when it could not be recorded everywhere; otherwise null.</returns>
    public async Task<AuthError?> EndSignIns(string subject, DateTimeOffset upTo) => (await Revocations.EndSignIns(subject, upTo, Month, CancellationToken.None)).Error;

    /// <summary>Records that Cognito confirmed the end of the sign-ins.</summary>
    /// <returns>The error when it could not be recorded everywhere; otherwise null.</returns>
    public async Task<AuthError?> Confirm(string subject, DateTimeOffset upTo, DateTimeOffset confirmed) =>
        (await Revocations.ConfirmSignInsEnded(subject, upTo, confirmed, Day, CancellationToken.None)).Error;

    public ValueTask<RevocationMark> Mark() => Revocations.Mark(CancellationToken.None);

    public ValueTask Admit(VerifiedToken token, RevocationMark mark) => Revocations.Admit(token, mark, CancellationToken.None);

    /// <summary>Waits until it has read all that is in the log now, and before that until it reaches the log.</summary>
    public Task ReadUpToNow() => Wait.Until(async () => await Feed.ReadUpToNow().WaitAsync(TimeSpan.FromSeconds(30)) != RevocationMark.None);

    public async ValueTask DisposeAsync()
    {
        await Feed.StopAsync(CancellationToken.None);
        Feed.Dispose();
        if (_connection is not null) await _connection.DisposeAsync();
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
