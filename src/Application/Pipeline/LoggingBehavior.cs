using System.Diagnostics;
using System.Reflection;
using CognitoAuth.Application.Pipeline.Audit;
using CognitoAuth.Application.Pipeline.Observability;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Reports how each flow ended: metrics, a span, a security event if it is audited, and a log line with name, outcome and duration, at Debug for a success. It never logs the request, which holds secrets.
/// </summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger, TimeProvider time, FlowMetrics metrics, AuditLog audit, FlowContext context)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly string Flow = typeof(TRequest).Name;
    private static readonly AuditedAttribute? Audited = typeof(TRequest).GetCustomAttribute<AuditedAttribute>();
    private static readonly AuthError Abandoned = new AuthError("-", ErrorKind.Timeout, "").Because("the caller went away");

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var activity = Telemetry.Source.StartActivity(Flow);
        var started = time.GetTimestamp();
        try
        {
            var response = await next();
            if (response.Error is not { } error) End(request, activity, started, LogLevel.Information, "Succeeded", error: null);
            else End(request, activity, started, LoggingLevels.Of(error.Kind), OutcomeOf(error.Kind), error);
            return response;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            End(request, activity, started, LogLevel.Information, "Abandoned", Abandoned);
            throw;
        }
        catch (Exception exception)
        {
            // The exception handler logs the exception. Its message could quote the request.
            End(request, activity, started, LogLevel.Error, "Faulted", AuthErrors.InternalError.Because(exception.GetType().Name));
            throw;
        }
    }

    private void End(TRequest request, Activity? activity, long started, LogLevel level, string outcome, AuthError? error)
    {
        var elapsed = time.GetElapsedTime(started);
        // Success is already in the request log, and changes are in the audit log.
        if (error is null) Succeeded(Flow, outcome, elapsed.TotalMilliseconds);
        else Ended(level, Flow, outcome, error.Code, error.Reason ?? "-", elapsed.TotalMilliseconds);
        metrics.Ended(Flow, outcome, error, elapsed);
        audit.Write(request, Audited, error, context);
        if (activity is null) return;
        activity.SetTag("outcome", outcome).SetTag("code", error?.Code ?? "-");
        if (level > LogLevel.Information) activity.SetStatus(ActivityStatusCode.Error);
    }

    private static string OutcomeOf(ErrorKind kind) => LoggingLevels.Of(kind) is LogLevel.Information ? "Refused" : "Failed";

    [LoggerMessage(LogLevel.Debug, "{Flow} {Outcome} in {ElapsedMs:0.0} ms")]
    private partial void Succeeded(string flow, string outcome, double elapsedMs);

    [LoggerMessage("{Flow} {Outcome} {ErrorCode} ({Reason}) in {ElapsedMs:0.0} ms")]
    private partial void Ended(LogLevel level, string flow, string outcome, string errorCode, string reason, double elapsedMs);
}
