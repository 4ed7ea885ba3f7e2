using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Pipeline;
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

/// <summary>A contract that holds a MediatR type.</summary>
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

/// <summary>A request that the offenders below can be about.</summary>
public sealed record OpenRequest : IPublicFlow<Success>;

/// <summary>A handler that others could call and derive from.</summary>
public class OpenHandler : IRequestHandler<OpenRequest, Result<Success>>
{
    /// <inheritdoc/>
    public Task<Result<Success>> Handle(OpenRequest request, CancellationToken cancellationToken) => Task.FromResult<Result<Success>>(default(Success));
}

/// <summary>A validator that others could use and derive from.</summary>
public class OpenValidator : AbstractValidator<OpenRequest>;
