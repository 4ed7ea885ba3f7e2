using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Hides what errors reveal of an account, in this product's flows and a team's: an error that reveals more than <see cref="IFlow.Reveals"/> becomes <see cref="IFlow.HiddenAs"/>.
/// A behavior, so that no handler can forget it.
/// </summary>
internal sealed class DisclosureBehavior<TRequest, TResponse>(AccountPrivacy privacy) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var handled = next();
        return handled is { IsCompletedSuccessfully: true, Result.Error: null } ? handled : Hide(request, handled);
    }

    private async Task<TResponse> Hide(TRequest request, Task<TResponse> handled)
    {
        var response = await handled;
        if (response.Error is not { } error) return response;
        // A cast, so that a request that is not a flow fails and reveals nothing.
        var flow = (IFlow)request;
        if (privacy.MayReveal(error, flow.Reveals)) return response;

        privacy.LogHidden(error);
        return TResponse.Failure(flow.HiddenAs with { Reason = error.Reason is null ? error.Code : $"{error.Code}: {error.Reason}" });
    }
}
