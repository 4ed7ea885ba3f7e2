namespace CognitoAuth.Application.Flows.Account;

/// <summary>Changes and removes attributes of the signed-in user, all or none.</summary>
/// <param name="AccessToken">The bearer token.</param>
/// <param name="Attributes">New values by name; <see langword="null"/> removes the attribute.</param>
[Audited("attribute.changed", "attribute.change_failed")]
public sealed record UpdateAttributesCommand(Secret AccessToken, IReadOnlyDictionary<string, string?> Attributes) : IProtectedFlow<IReadOnlyList<CodeDelivery>>
{
    /// <inheritdoc/>
    public bool IsSensitive => Attributes.Keys.Any(ContactAttributes.Contains);

    /// <inheritdoc/>
    public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits, VerifiedToken caller) => CodeLimits.Of(limits, caller, Attributes);
}

internal sealed class UpdateAttributesValidator : AbstractValidator<UpdateAttributesCommand>
{
    public UpdateAttributesValidator(SecurityOptions security) => RuleFor(command => command.Attributes).AttributeChanges(security);
}

internal sealed class UpdateAttributesHandler(ICognitoGateway cognito) : IFlowHandler<UpdateAttributesCommand, IReadOnlyList<CodeDelivery>>
{
    public async Task<Result<IReadOnlyList<CodeDelivery>>> Handle(UpdateAttributesCommand command, CancellationToken cancellationToken)
    {
        if (command.Attributes.Values.All(value => value is null))
        {
            var deleted = await cognito.DeleteUserAttributes(command.AccessToken, [.. command.Attributes.Keys], cancellationToken);
            return deleted.Map<IReadOnlyList<CodeDelivery>>(_ => []);
        }

        // One call for changes and removals, since the second of two could fail. For Cognito an empty value removes an attribute.
        var values = command.Attributes.ToDictionary(attribute => attribute.Key, attribute => attribute.Value ?? "", StringComparer.Ordinal);
        return await cognito.UpdateUserAttributes(command.AccessToken, values, cancellationToken);
    }
}
