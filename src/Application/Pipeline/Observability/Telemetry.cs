using System.Diagnostics;

namespace CognitoAuth.Application.Pipeline.Observability;

/// <summary>The name of this API's traces and metrics. Without a listener they cost almost nothing.</summary>
public static class Telemetry
{
    /// <summary>The name of the source of spans and of the meter.</summary>
    public const string Name = "CognitoAuth";

    /// <summary>The source of spans: one for each flow, call to Cognito and piece of background work.</summary>
    public static ActivitySource Source { get; } = new(Name);
}
