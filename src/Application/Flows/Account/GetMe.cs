namespace CognitoAuth.Application.Flows.Account;

/// <summary>Returns the signed-in user's profile, from Cognito.</summary>
public sealed record GetMeQuery(Secret AccessToken) : IProtectedFlow<UserProfile>;

internal sealed class GetMeValidator : AbstractValidator<GetMeQuery>;

internal sealed class GetMeHandler(ICognitoGateway cognito) : IFlowHandler<GetMeQuery, UserProfile>
{
    public Task<Result<UserProfile>> Handle(GetMeQuery query, CancellationToken cancellationToken) => cognito.GetUser(query.AccessToken, cancellationToken);
}
