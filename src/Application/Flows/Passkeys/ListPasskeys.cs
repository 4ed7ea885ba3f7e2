namespace CognitoAuth.Application.Flows.Passkeys;

/// <summary>Returns a page of the signed-in user's passkeys.</summary>
/// <param name="AccessToken">The bearer token.</param>
public sealed record ListPasskeysQuery(Secret AccessToken) : IProtectedFlow<PasskeyPage>
{
    /// <summary>The page size, 1 to 20; by default Cognito's.</summary>
    public int? Limit { get; init; }

    /// <summary>From the previous page.</summary>
    public string? NextToken { get; init; }
}

internal sealed class ListPasskeysValidator : AbstractValidator<ListPasskeysQuery>
{
    // Cognito's own limits.
    private const int LongestPage = 20;
    private const int LongestToken = 131_072;

    public ListPasskeysValidator()
    {
        RuleFor(query => query.Limit).InclusiveBetween(1, LongestPage).WithMessage($"It must be 1 to {LongestPage}.");
        RuleFor(query => query.NextToken)
            .Length(1, LongestToken).WithMessage("It must be the nextToken from an earlier response.")
            .Matches(@"^\S*\z").WithMessage("It must not have spaces.");
    }
}

internal sealed class ListPasskeysHandler(ICognitoGateway cognito) : IFlowHandler<ListPasskeysQuery, PasskeyPage>
{
    public Task<Result<PasskeyPage>> Handle(ListPasskeysQuery query, CancellationToken cancellationToken) =>
        cognito.ListWebAuthnCredentials(query.AccessToken, query.Limit, query.NextToken, cancellationToken);
}
