using MediatR;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Holds answers back that could tell by their time who has an account (ASVS 6.3.8): what was quick leaves at <see cref="SecurityOptions.AnswerFloor"/>, as if it had been slow. Innermost, since
/// what comes before the handler depends on the request alone.
/// </summary>
internal sealed partial class AnswerFloorBehavior<TRequest, TResponse>(SecurityOptions security, TimeProvider time, FlowContext context, ILogger<AnswerFloorBehavior<TRequest, TResponse>> logger)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IPublicFlow
    where TResponse : IResult<TResponse>
{
    private static readonly string Flow = typeof(TRequest).Name;

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var applies = security.ExistenceErrors is ExistenceErrors.Hidden && security.AnswerFloor > TimeSpan.Zero && !context.IsBackground;
        return applies && request.AnswerFloor is not AnswerFloor.None ? Hold(request, next, cancellationToken) : next();
    }

    private async Task<TResponse> Hold(TRequest flow, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var response = await next();
        if (flow.AnswerFloor is AnswerFloor.Failures && response.Error is null) return response;

        var elapsed = time.GetElapsedTime(started);
        if (elapsed > security.AnswerFloor) TookLonger(Flow, elapsed.TotalMilliseconds);
        // Timers know whole milliseconds and may be early by a part of one.
        for (; elapsed < security.AnswerFloor; elapsed = time.GetElapsedTime(started))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((security.AnswerFloor - elapsed).TotalMilliseconds)), time, cancellationToken);
        }

        return response;
    }

    [LoggerMessage(LogLevel.Information, "{Flow} took {ElapsedMs:0.0} ms, longer than Security:AnswerFloor can hide")]
    private partial void TookLonger(string flow, double elapsedMs);
}
