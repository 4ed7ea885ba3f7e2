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
