using CognitoAuth.Application.Flows;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Validates what a client sends in addition to the members of a flow.</summary>
internal sealed class FlowContextValidator : AbstractValidator<FlowContext>
{
    public FlowContextValidator() => RuleFor(context => context.ClientMetadata).Metadata();
}
