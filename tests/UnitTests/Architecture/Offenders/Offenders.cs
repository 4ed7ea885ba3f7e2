using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using FluentValidation;
using MediatR;

namespace CognitoAuth.UnitTests.Architecture.Offenders;

/// <summary>Uses AWS where it must not, in a body alone.</summary>
internal static class UsesAmazon
{
    public static bool IsRefusal(Exception exception) => exception is NotAuthorizedException;
}

/// <summary>Names the mediator outside the pipeline.</summary>
internal sealed record UsesMediatR(IMediator Mediator);

/// <summary>Knows an error by its code.</summary>
internal static class KnowsCodes
{
    public static bool IsDisabled(AuthError error) => error.Code is "user_disabled";
}

/// <summary>Speaks of a parameter as Cognito does.</summary>
internal static class KnowsParameters
{
    public static string? DeviceOf(IReadOnlyDictionary<string, string> parameters) => parameters.GetValueOrDefault("DEVICE_KEY");
}

/// <summary>A request that the offenders below can be about.</summary>
public sealed record OpenRequest : IPublicFlow<Success>;

/// <summary>A handler that others could call and derive from.</summary>
public class OpenHandler : IFlowHandler<OpenRequest, Success>
{
    /// <inheritdoc/>
    public Task<Result<Success>> Handle(OpenRequest request, CancellationToken cancellationToken) => Task.FromResult<Result<Success>>(default(Success));
}

/// <summary>A validator that others could use and derive from.</summary>
public class OpenValidator : AbstractValidator<OpenRequest>;
