using CognitoAuth.Application.Flows;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Hides what a team's public flow tells of who has an account: every error that is not alike for every name becomes <c>invalid_credentials</c>. A flow that wants another answer passes its errors
/// through <see cref="Existence"/> itself. Here, so that a flow that forgets it tells too little and not too much.
/// </summary>
internal sealed class ExistenceBehavior<TRequest, TResponse>(Existence existence) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IPublicFlow
    where TResponse : IResult<TResponse>
{
    // Our own flows say one by one what may be told and why, and tests hold them to it. Protected flows are for callers who have an account.
    private static readonly bool IsHeld = typeof(TRequest).Assembly != typeof(Existence).Assembly;

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) => IsHeld ? Hide(next) : next();

    private async Task<TResponse> Hide(RequestHandlerDelegate<TResponse> next)
    {
        var response = await next();
        return response.Error is { } error ? TResponse.Failure(existence.Hide(error, AuthErrors.InvalidCredentials)) : response;
    }
}
