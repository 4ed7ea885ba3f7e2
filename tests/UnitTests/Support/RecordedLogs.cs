using CognitoAuth.Application.Pipeline.Audit;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Records every log line at every level, with everything that a sink could print.</summary>
internal sealed class RecordedLogs : ILoggerProvider
{
    private readonly List<LogLine> _lines = [];

    /// <summary>The lines without security events.</summary>
    public IReadOnlyList<LogLine> Lines => [.. All.Where(line => line.Category != AuditLog.Category)];

    /// <summary>The security events.</summary>
    public IReadOnlyList<LogLine> Audit => [.. All.Where(line => line.Category == AuditLog.Category)];

    /// <summary>All text of all lines: messages, values and exceptions.</summary>
    public string Text => string.Join('\n', All.Select(line => $"{line.Message} {string.Join(' ', line.Values.Select(value => $"{value.Key}={value.Value}"))} {line.Exception}"));

    private IReadOnlyList<LogLine> All
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public ILogger<T> For<T>() => new Logger<T>(new LoggerFactory([this]));

    public void Dispose()
    {
        // Nothing to release: the lines are read after the provider was disposed.
    }

    private sealed class Logger(RecordedLogs logs, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary(StringComparer.Ordinal);
            lock (logs._lines) logs._lines.Add(new LogLine(category, eventId, logLevel, formatter(state, exception), values, exception));
        }
    }
}

internal sealed record LogLine(string Category, EventId EventId, LogLevel Level, string Message, IReadOnlyDictionary<string, object?> Values, Exception? Exception);
