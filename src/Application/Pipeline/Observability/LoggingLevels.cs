using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline.Observability;

/// <summary>The log levels of errors.</summary>
internal static class LoggingLevels
{
    /// <summary>The level of a kind of error.</summary>
    public static LogLevel Of(ErrorKind kind) => kind switch
    {
        ErrorKind.Internal => LogLevel.Error,
        ErrorKind.NotEnabled or ErrorKind.BadUpstream or ErrorKind.Unavailable or ErrorKind.Timeout => LogLevel.Warning,
        _ => LogLevel.Information,
    };
}
