using FluentValidation.Results;

namespace CognitoAuth.Application.Flows.Session;

/// <summary>Verifies an access token, for proxies that do so on every request. No call to Cognito.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Groups">The user must be in one of them; empty: not checked.</param>
/// <param name="Scopes">The token must have all of them; empty: not checked.</param>
public sealed record VerifyAccessQuery(Secret AccessToken, IReadOnlyList<string> Groups, IReadOnlyList<string> Scopes) : IProtectedFlow<VerifiedToken>
{
    /// <inheritdoc/>
    public TokenRequirement Requires => TokenRequirement.Nothing;
}

internal sealed class VerifyAccessValidator : AbstractValidator<VerifyAccessQuery>, IValidator<VerifyAccessQuery>
{
    private static readonly Task<ValidationResult> Valid = Task.FromResult(new ValidationResult());

    public VerifyAccessValidator()
    {
        RuleForEach(query => query.Groups).NotEmpty().WithMessage("It must not be empty.").OverridePropertyName("group");
        RuleForEach(query => query.Scopes).NotEmpty().WithMessage("It must not be empty.").OverridePropertyName("scope");
    }

    // Nearly all requests name no groups or scopes. Skipping the rules saves a microsecond on each.
    Task<ValidationResult> IValidator<VerifyAccessQuery>.ValidateAsync(VerifyAccessQuery instance, CancellationToken cancellation) =>
        instance is { Groups.Count: 0, Scopes.Count: 0 } ? Valid : ValidateAsync(instance, cancellation);
}

internal sealed class VerifyAccessHandler(FlowContext context) : IFlowHandler<VerifyAccessQuery, VerifiedToken>
{
    public Task<Result<VerifiedToken>> Handle(VerifyAccessQuery query, CancellationToken cancellationToken)
    {
        var token = context.Caller;
        var inGroup = query.Groups.Count == 0 || query.Groups.Intersect(token.Groups, StringComparer.Ordinal).Any();
        var hasScopes = query.Scopes.Count == 0 || !query.Scopes.Except(token.Scopes, StringComparer.Ordinal).Any();
        return Task.FromResult<Result<VerifiedToken>>(inGroup && hasScopes ? token : AuthErrors.Forbidden.Because(inGroup ? "scope missing" : "not in group"));
    }
}
