using System.Collections.Concurrent;

namespace CognitoAuth.Api.Observability;

/// <summary>Creates one logger per category, as the framework's own factory does. Serilog's factory creates a new one on every call, and the framework's results call it for each request.</summary>
/// <param name="factory">Serilog's factory.</param>
internal sealed class CachingLoggerFactory(ILoggerFactory factory) : ILoggerFactory
{
    private readonly ConcurrentDictionary<string, ILogger> _loggers = new(StringComparer.Ordinal);

    public ILogger CreateLogger(string categoryName) => _loggers.GetOrAdd(categoryName, static (category, factory) => factory.CreateLogger(category), factory);

    public void AddProvider(ILoggerProvider provider) => factory.AddProvider(provider);

    public void Dispose() => factory.Dispose();
}
