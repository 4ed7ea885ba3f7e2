namespace CognitoAuth.Application.Flows.Session;

/// <summary>Returns a page of the signed-in user's sessions.</summary>
public sealed record ListSessionsQuery(Secret AccessToken) : IProtectedFlow<UserSessionPage>
{
    /// <summary>From the previous page.</summary>
    public string? NextToken { get; init; }
}

internal sealed class ListSessionsValidator : AbstractValidator<ListSessionsQuery>
{
    public ListSessionsValidator() => RuleFor(query => query.NextToken).OptionalNextToken();
}

internal sealed class ListSessionsHandler(ICognitoGateway cognito) : IFlowHandler<ListSessionsQuery, UserSessionPage>
{
    public Task<Result<UserSessionPage>> Handle(ListSessionsQuery query, CancellationToken cancellationToken) => cognito.ListUserSessions(query.AccessToken, query.NextToken, cancellationToken);
}
