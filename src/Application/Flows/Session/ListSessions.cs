namespace CognitoAuth.Application.Flows.Session;

/// <summary>Answers the signed-in user's sessions, by pages.</summary>
public sealed record ListSessionsQuery(Secret AccessToken) : IProtectedFlow<UserSessionPage>
{
    /// <summary>From the page before.</summary>
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
