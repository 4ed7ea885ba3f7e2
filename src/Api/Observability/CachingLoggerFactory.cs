using System.Collections.Concurrent;

namespace CognitoAuth.Api.Observability;

/// <summary>Makes one logger for each category, as the framework's own factory does. Serilog's makes a new one whenever it is asked, and the framework's results ask for each request.</summary>
/// <param name="factory">Serilog's.</param>
internal sealed class CachingLoggerFactory(ILoggerFactory factory) : ILoggerFactory
{
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, static (category, factory) => factory.CreateLogger(category), factory);

    public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

    public void Dispose() => factory.Dispose();
}
