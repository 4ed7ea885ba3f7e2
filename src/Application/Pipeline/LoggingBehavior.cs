using CognitoAuth.Domain;
using MediatR;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Writes one line per flow: its name, how it ended and how long it took. Never the request: it holds secrets.</summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger, TimeProvider time) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly string Flow = typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = time.GetTimestamp();
        try
        {
            var response = await next();
            var elapsed = time.GetElapsedTime(started).TotalMilliseconds;
            if (response.Error is not { } error) Succeeded(Flow, "Succeeded", elapsed);
            else Ended(LoggingLevels.Of(error.Kind), Flow, OutcomeOf(error.Kind), error.Code, error.Reason ?? "-", elapsed);
            return response;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            Ended(LogLevel.Information, Flow, "Abandoned", "-", "the caller went away", time.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
        catch (Exception exception)
        {
            // The exception itself is logged once, where it is answered; its message could quote the request.
            Ended(LogLevel.Error, Flow, "Faulted", AuthErrors.InternalError.Code, exception.GetType().Name, time.GetElapsedTime(started).TotalMilliseconds);
            throw;
        }
    }

    private static string OutcomeOf(ErrorKind kind) => LoggingLevels.Of(kind) is LogLevel.Information ? "Refused" : "Failed";

    [LoggerMessage(LogLevel.Information, "{Flow} {Outcome} in {ElapsedMs:0.0} ms")]
    private partial void Succeeded(string flow, string outcome, double elapsedMs);

    [LoggerMessage("{Flow} {Outcome} {ErrorCode} ({Reason}) in {ElapsedMs:0.0} ms")]
    private partial void Ended(LogLevel level, string flow, string outcome, string errorCode, string reason, double elapsedMs);
}
