using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Refuses a protected flow whose caller goes beyond a limit of it. After the token was verified: before, anyone could use up the permits of others with a token that is forged.</summary>
internal sealed class CallerRateLimitBehavior<TRequest, TResponse>(IRateLimits rateLimits, SecurityOptions security, Caller caller) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        if (request is not IProtectedFlow flow || flow.Limits(security.RateLimits, caller.Token) is not { Count: > 0 } keys) return await next();
        return await rateLimits.Take(keys, cancellationToken) is { } refusal ? TResponse.Failure(refusal.ToError()) : await next();
    }
}
