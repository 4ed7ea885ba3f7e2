using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Refuses a protected flow whose caller exceeds a limit. It runs after the token was verified; otherwise anyone could use up the permits of others with a forged token.</summary>
internal sealed class CallerRateLimitBehavior<TRequest, TResponse>(IRateLimits rateLimits, SecurityOptions security, FlowContext context) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IProtectedFlow
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request.Limits(security.RateLimits, context.Caller) is { Count: > 0 } keys ? Limit(keys, next, cancellationToken) : next();

    private async Task<TResponse> Limit(IReadOnlyList<RateLimitKey> keys, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken) =>
        await rateLimits.Take(keys, cancellationToken) is { } refusal ? TResponse.Failure(refusal.ToError()) : await next();
}
