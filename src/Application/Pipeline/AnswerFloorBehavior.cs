using MediatR;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Delays responses whose duration could reveal which accounts exist (ASVS 6.3.8) to <see cref="SecurityOptions.AnswerFloor"/>. It runs close to the handler, since nothing before the handler depends
/// on the account.
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
        // Timers have a resolution of a millisecond and can fire up to one early.
        for (; elapsed < security.AnswerFloor; elapsed = time.GetElapsedTime(started))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling((security.AnswerFloor - elapsed).TotalMilliseconds)), time, cancellationToken);
        }

        return response;
    }

    [LoggerMessage(LogLevel.Information, "{Flow} took {ElapsedMs:0.0} ms, longer than Security:AnswerFloor can hide")]
    private partial void TookLonger(string flow, double elapsedMs);
}
