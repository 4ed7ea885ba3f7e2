using System.Diagnostics;

namespace CognitoAuth.Api.Observability;

/// <summary>The id that links a response to its log lines: the trace id of <c>traceparent</c>, if the caller sent one.</summary>
internal static class TraceId
{
    public static string Of(HttpContext context) => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.TraceId.ToHexString() : context.TraceIdentifier;
}
