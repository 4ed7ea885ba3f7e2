namespace CognitoAuth.Application.Flows.Session;

/// <summary>Returns the verified claims of an access token. No call to Cognito.</summary>
public sealed record GetSessionQuery(Secret AccessToken) : IProtectedFlow<VerifiedToken>
{
    /// <inheritdoc/>
    public TokenRequirement Requires => TokenRequirement.Nothing;
}

internal sealed class GetSessionValidator : AbstractValidator<GetSessionQuery>;

internal sealed class GetSessionHandler(FlowContext context) : IFlowHandler<GetSessionQuery, VerifiedToken>
{
    public Task<Result<VerifiedToken>> Handle(GetSessionQuery query, CancellationToken cancellationToken) => Task.FromResult<Result<VerifiedToken>>(context.Caller);
}
