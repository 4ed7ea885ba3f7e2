using CognitoAuth.Application.Pipeline.Observability;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Refuses a protected flow whose access token is not valid, was signed out, does not allow the flow, or, for a sensitive flow, belongs to a sign-in that is too old.</summary>
internal sealed class AccessTokenBehavior<TRequest, TResponse>(
    IAccessTokenVerifier verifier, IRevocations revocations, SecurityOptions security, TimeProvider time, FlowContext context, FlowMetrics metrics)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    // By run-time type: the container silently skips a behavior whose generic constraint fails.
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next) =>
        request is IProtectedFlow flow ? Verify(flow, next, cancellationToken) : next();

    private async Task<TResponse> Verify(IProtectedFlow flow, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        var verified = await verifier.Verify(flow.AccessToken, cancellationToken: cancellationToken);
        if (verified.IsFailure(out var error, out var token)) return TResponse.Failure(error);
        context.Audit.Add(token);

        switch (revocations.Check(token))
        {
            case RevocationStatus.SessionEnded or RevocationStatus.SignInsEnded:
                metrics.SignedOut();
                return TResponse.Failure(AuthErrors.InvalidToken.Because("signed out"));
            case RevocationStatus.Unknown: return TResponse.Failure(AuthErrors.RevocationUnavailable);
        }

        if (flow.Requires is TokenRequirement.SelfService)
        {
            if (!token.HasUser) return TResponse.Failure(AuthErrors.Forbidden.Because("no user in the token"));
            if (!token.AllowsSelfService) return TResponse.Failure(AuthErrors.Forbidden.Because("scope missing"));
        }

        if (flow.IsSensitive && !IsRecent(token)) return TResponse.Failure(AuthErrors.ReauthenticationRequired);

        context.Caller = token;
        return await next();
    }

    // The sign-in counts, not the token: a refresh issues a new token for an old sign-in.
    private bool IsRecent(VerifiedToken token) => security.ReauthenticateAfter == TimeSpan.Zero || time.GetUtcNow() - token.AuthTime <= security.ReauthenticateAfter;
}
