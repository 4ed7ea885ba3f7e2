using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// Hides what the errors of a handler would reveal of an account, in flows of ours and of a team alike: an error beyond <see cref="IFlow.Reveals"/> becomes <see cref="IFlow.HiddenAs"/>.
/// Here and not in the handlers, so that none of them can forget it.
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
        // A cast: what is no flow, and so says nothing, must not pass with its errors.
        var flow = (IFlow)request;
        if (privacy.MayReveal(error, flow.Reveals)) return response;

        privacy.LogHidden(error);
        return TResponse.Failure(flow.HiddenAs with { Reason = error.Reason is null ? error.Code : $"{error.Code}: {error.Reason}" });
    }
}
