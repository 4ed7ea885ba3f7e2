namespace CognitoAuth.Application.Flows.Mfa;

/// <summary>Returns the factors that the signed-in user can sign in with.</summary>
public sealed record GetFactorsQuery(Secret AccessToken) : IProtectedFlow<UserFactors>;

internal sealed class GetFactorsValidator : AbstractValidator<GetFactorsQuery>;

internal sealed class GetFactorsHandler(ICognitoGateway cognito) : IFlowHandler<GetFactorsQuery, UserFactors>
{
    public Task<Result<UserFactors>> Handle(GetFactorsQuery query, CancellationToken cancellationToken) => cognito.GetUserAuthFactors(query.AccessToken, cancellationToken);
}
