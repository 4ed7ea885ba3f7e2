using Serilog.Core;
using Serilog.Events;

namespace CognitoAuth.Api.Observability;

/// <summary>Adds the request's correlation id to each log line that is written for it: see <see cref="ResponseHeaders"/>. A scope of the log would take more memory for each request than all of its services.</summary>
internal sealed class CorrelationIds(IHttpContextAccessor accessor) : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (accessor.HttpContext is { } context) logEvent.AddPropertyIfAbsent(new LogEventProperty("CorrelationId", new ScalarValue(context.TraceIdentifier)));
    }
}
