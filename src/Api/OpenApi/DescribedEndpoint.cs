using System.Reflection;
using CognitoAuth.Api.Http.Problems;
using FluentValidation;
using Microsoft.AspNetCore.Http.Metadata;

namespace CognitoAuth.Api.OpenApi;

/// <summary>What follows from an endpoint's metadata and the types of its flow: who may call it, and which errors it can return.</summary>
internal sealed class DescribedEndpoint(IEnumerable<object> metadata, IServiceProvider services)
{
    private readonly IReadOnlyList<object> _metadata = [.. metadata];

    /// <summary>The command or query that the endpoint sends; <see langword="null"/> if it declares none.</summary>
    public Type? Flow => Find<EndpointFlow>()?.Type;

    /// <summary>Whether the endpoint requires a valid access token.</summary>
    public bool IsProtected => Flow?.IsAssignableTo(typeof(IProtectedFlow)) is true;

    /// <summary>Whether the endpoint reads an access token, even if it does not require one.</summary>
    public bool ReadsBearer => IsProtected || Find<MethodInfo>()?.GetParameters().Any(parameter => parameter.ParameterType == typeof(BearerToken)) is true;

    /// <summary>Whether the endpoint calls Cognito.</summary>
    public bool CallsCognito => Flow is not null && Find<WithoutCognitoCall>() is null;

    /// <summary>The type of the endpoint's JSON body, if it has one.</summary>
    public Type? Body => Find<IAcceptsMetadata>()?.RequestType;

    /// <summary>Headers of the successful response.</summary>
    public IEnumerable<ResponseHeader> Headers => _metadata.OfType<ResponseHeader>();

    /// <summary>Examples of requests and responses.</summary>
    public IEnumerable<Example> Examples => _metadata.OfType<Example>();

    /// <summary>The rules of the flow's validator, and those for members of the body that the flow does not have.</summary>
    public IReadOnlyList<IValidationRule> Rules => Flow is null ? [] : [.. RulesFor(Flow), .. Body?.IsAssignableTo(typeof(IHasClientMetadata)) is true ? RulesFor(typeof(FlowContext)) : []];

    /// <summary>All errors that the endpoint can return: its own, and those of every endpoint of its kind.</summary>
    public IReadOnlyList<AuthError> Errors()
    {
        IReadOnlyList<AuthError> own = [.. _metadata.OfType<EndpointErrors>().SelectMany(errors => errors.Errors)];
        List<AuthError> errors = [AuthErrors.InternalError, .. own];
        if (Body is not null) errors.AddRange([AuthErrors.MalformedRequest, AuthErrors.PayloadTooLarge, AuthErrors.UnsupportedMediaType]);
        if (Rules.Count > 0) errors.Add(AuthErrors.ValidationFailed);
        if (ReadsBearer) errors.AddRange([AuthErrors.InvalidToken, AuthErrors.KeysUnavailable, AuthErrors.RevocationUnavailable]);
        if (Flow is not null && !IsProtected) errors.Add(AuthErrors.RateLimited);
        if (CallsCognito)
        {
            errors.AddRange([AuthErrors.InvalidParameter, AuthErrors.UserNotConfirmed, AuthErrors.PasswordResetRequired, AuthErrors.UserDisabled, AuthErrors.Blocked, AuthErrors.NotEnabled]);
            errors.AddRange([AuthErrors.Misconfigured, AuthErrors.UpstreamInvalid, AuthErrors.UpstreamUnavailable, AuthErrors.UpstreamThrottled]);
            // Cognito requires a user's token to have its own scope.
            if (ReadsBearer) errors.Add(AuthErrors.Forbidden);
            // A call whose outcome matters reports a timeout as outcome_unknown.
            if (!own.Any(AuthErrors.OutcomeUnknown.Is)) errors.Add(AuthErrors.UpstreamTimeout);
        }

        return [.. errors.DistinctBy(error => error.Code, StringComparer.Ordinal).OrderBy(error => ProblemMap.StatusOf(error.Kind)).ThenBy(error => error.Code, StringComparer.Ordinal)];
    }

    private IEnumerable<IValidationRule> RulesFor(Type type) => services.GetService(typeof(IValidator<>).MakeGenericType(type)) is IValidator validator ? validator.CreateDescriptor().Rules : [];

    private T? Find<T>()
        where T : class => _metadata.OfType<T>().LastOrDefault();
}
