using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Refuses a public flow whose client calls too often, or that exceeds a limit of its own. It runs first, so that a refusal costs little.</summary>
internal sealed class RateLimitBehavior<TRequest, TResponse>(IRateLimits rateLimits, SecurityOptions security, FlowContext context) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IPublicFlow
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        context.IsBackground ? next() : Limit(request, next, cancellationToken);

    private async Task<TResponse> Limit(TRequest flow, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        // The client first: a call that its limit refuses must not use up the permits of an account.
        RateLimitKey[] keys = [security.RateLimits.PerClient.OfClient(context.IpAddress), .. flow.Limits(security.RateLimits)];
        return await rateLimits.Take(keys, cancellationToken) is { } refusal ? TResponse.Failure(refusal.ToError()) : await next();
    }
}
