using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline.Observability;

/// <summary>How much an operator cares about a kind of error.</summary>
internal static class LoggingLevels
{
    /// <summary>The level to log it at.</summary>
    public static LogLevel Of(ErrorKind kind) => kind switch
    {
        ErrorKind.Internal => LogLevel.Error,
        ErrorKind.NotEnabled or ErrorKind.BadUpstream or ErrorKind.Unavailable or ErrorKind.Timeout => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
