using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.Audit;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Redis;
using FluentValidation;
using MediatR;
using StackExchange.Redis;

namespace CognitoAuth.UnitTests.Architecture.Offenders;

/// <summary>Uses AWS where it must not, in a body alone.</summary>
internal static class UsesAmazon
{
    public static bool IsRefusal(Exception exception) => exception is NotAuthorizedException;
}

/// <summary>Names the mediator outside the pipeline.</summary>
internal sealed record UsesMediatR(IMediator Mediator);

/// <summary>Knows the settings of the user pool, as the verifier must not.</summary>
internal sealed class UsesCognitoOptions(CognitoOptions options)
{
    public IReadOnlyList<string> Issuers => options.Issuers;
}

/// <summary>Knows Redis, as the feed of sign-outs must not, in a body alone.</summary>
internal static class UsesRedis
{
    public static bool IsOutage(Exception exception) => exception is RedisException && new RedisOptions().ConnectionString.Length > 0;
}

/// <summary>Knows a flow, in a body alone.</summary>
internal static class UsesFlows
{
    public static object Make() => new GetSessionQuery(Secret.Empty);
}

/// <summary>Knows the pipeline.</summary>
internal sealed record UsesPipeline(AuditTrail Trail);

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

/// <summary>A handler that does too much: seven dependencies.</summary>
internal sealed record CrowdedHandler(int First, int Second, int Third, int Fourth, int Fifth, int Sixth, int Seventh);

/// <summary>A port with a method that nobody can read: six parameters.</summary>
internal interface ICrowdedPort
{
    void Method(int first, int second, int third, int fourth, int fifth, int sixth);
}

/// <summary>A validator that others could use and derive from.</summary>
public class OpenValidator : AbstractValidator<OpenRequest>;
