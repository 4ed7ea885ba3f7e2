using Serilog.Core;
using Serilog.Events;

namespace CognitoAuth.Api.Observability;

/// <summary>Adds the request's correlation id (see <see cref="ResponseHeaders"/>) to each of its log lines. A log scope would take more memory per request than all of its services.</summary>
internal sealed class CorrelationIds(IHttpContextAccessor accessor) : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (accessor.HttpContext is { } context) logEvent.AddPropertyIfAbsent(new LogEventProperty("CorrelationId", new ScalarValue(context.TraceIdentifier)));
    }
}
