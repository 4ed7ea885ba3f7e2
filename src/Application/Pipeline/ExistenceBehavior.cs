using CognitoAuth.Application.Flows;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Hides what a flow tells of accounts. Of a team's public flow every error that is not alike for every name becomes <c>invalid_credentials</c>; a flow that wants another answer passes its errors
/// through <see cref="Existence"/> itself. Of a protected flow an error that tells the state of the caller's account becomes <c>invalid_token</c>. Here, so that a flow that forgets it tells too
/// little and not too much.
/// </summary>
internal sealed class ExistenceBehavior<TRequest, TResponse>(Existence existence) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    private static readonly bool IsProtected = typeof(TRequest).IsAssignableTo(typeof(IProtectedFlow));

    // Our own public flows say one by one what may be told and why, and tests hold them to it.
    private static readonly bool IsHeld = IsProtected || typeof(TRequest).Assembly != typeof(Existence).Assembly;

    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var running = next();
        // A verification that succeeds is done already, and must stay cheap.
        return !IsHeld || running is { IsCompletedSuccessfully: true, Result.Error: null } ? running : Hide(running);
    }

    private async Task<TResponse> Hide(Task<TResponse> running)
    {
        var response = await running;
        return response.Error is { } error ? TResponse.Failure(IsProtected ? existence.HideState(error, AuthErrors.InvalidToken) : existence.Hide(error, AuthErrors.InvalidCredentials)) : response;
    }
}
