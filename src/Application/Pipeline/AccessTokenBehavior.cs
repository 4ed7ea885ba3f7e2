using CognitoAuth.Application.Flows;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>The JWT validation behavior: refuses a protected flow whose access token is not valid, was signed out, does not allow the flow, or is of too old a sign-in for a sensitive one.</summary>
internal sealed class AccessTokenBehavior<TRequest, TResponse>(
    IAccessTokenVerifier verifier, IRevocations revocations, Existence existence, SecurityOptions security, TimeProvider time, Caller caller, AuditTrail trail, FlowMetrics metrics)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>, IProtectedFlow
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var verified = await verifier.Verify(request.AccessToken, cancellationToken: cancellationToken);
        if (verified.IsFailure(out var error, out var token)) return TResponse.Failure(error);
        trail.Add(token);

        switch (revocations.Check(token))
        {
            case RevocationStatus.SessionEnded or RevocationStatus.SignInsEnded:
                metrics.SignedOut();
                return TResponse.Failure(AuthErrors.InvalidToken.Because("signed out"));
            case RevocationStatus.Unknown: return TResponse.Failure(AuthErrors.RevocationUnavailable);
        }

        if (request.Requires is TokenRequirement.SelfService)
        {
            if (!token.HasUser) return TResponse.Failure(AuthErrors.Forbidden.Because("no user in the token"));
            if (!token.AllowsSelfService) return TResponse.Failure(AuthErrors.Forbidden.Because("scope missing"));
        }

        if (request.IsSensitive && !IsRecent(token)) return TResponse.Failure(AuthErrors.ReauthenticationRequired);

        caller.Token = token;
        var response = await next();
        // Here and not in the handlers, so that none of them can forget it.
        return response.Error is { } failure ? TResponse.Failure(existence.HideState(failure, AuthErrors.InvalidToken)) : response;
    }

    // By the sign-in and not by the token: a refresh makes a new token of an old sign-in.
    private bool IsRecent(VerifiedToken token) => security.ReauthenticateAfter == TimeSpan.Zero || time.GetUtcNow() - token.AuthTime <= security.ReauthenticateAfter;
}
