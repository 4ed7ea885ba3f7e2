using System.Reflection;

namespace CognitoAuth.Api.Hosting;

/// <summary>The build of the API. The first log line and the telemetry report it.</summary>
internal static partial class BuildVersion
{
    /// <summary>The version and, in a build of a git checkout, the commit: <c>0.1.0+441236815a55e2416e5e3943a6df1b1da765012e</c>. The SDK combines the two.</summary>
    public static string Text { get; } = typeof(BuildVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Logs it.</summary>
    public static void LogBuildVersion(this ILogger logger) => Starting(logger, Text);

    [LoggerMessage(LogLevel.Information, "CognitoAuth {Version} is starting")]
    private static partial void Starting(ILogger logger, string version);
}
