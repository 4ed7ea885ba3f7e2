using FluentValidation.Results;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Refuses a request whose members or client metadata are invalid. It reports every fault at once, keyed by the JSON member's path.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators, IValidator<FlowContext> contextValidator, FlowContext context) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        List<ValidationFailure>? failures = null;
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(request, cancellationToken);
            if (!result.IsValid) (failures ??= []).AddRange(result.Errors);
        }

        if (context.ClientMetadata is not null && await contextValidator.ValidateAsync(context, cancellationToken) is { IsValid: false } wrong) (failures ??= []).AddRange(wrong.Errors);

        return failures is null ? await next() : TResponse.Failure(Refusal(failures));
    }

    private static AuthError Refusal(List<ValidationFailure> failures)
    {
        // A weak password has its own code, so that clients can distinguish it from other invalid members.
        var kind = failures.TrueForAll(failure => failure.ErrorCode == AuthErrors.InvalidPassword.Code) ? AuthErrors.InvalidPassword : AuthErrors.ValidationFailed;
        return kind with
        {
            Errors = failures.GroupBy(failure => JsonPath(failure.PropertyName), StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(failure => failure.ErrorMessage).ToArray(), StringComparer.Ordinal),
        };
    }

    /// <summary>Properties are the JSON members in PascalCase; the keys of a map are unchanged.</summary>
    private static string JsonPath(string propertyName) => propertyName.Length == 0 ? propertyName : char.ToLowerInvariant(propertyName[0]) + propertyName[1..];
}
