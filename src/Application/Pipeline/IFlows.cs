using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>Sends flows through the pipeline to their handlers, for endpoints and for flows that consist of others.</summary>
public interface IFlows
{
    /// <summary>Runs a flow in the current scope.</summary>
    /// <param name="flow">The command or query.</param>
    /// <param name="cancellationToken">Cancels the flow.</param>
    /// <returns>What the handler returned, or the error of the behavior that refused the flow.</returns>
    Task<Result<T>> Send<T>(IFlow<T> flow, CancellationToken cancellationToken = default);
}

// Derives from Mediator, since a wrapper would cost each request a second object.
internal sealed class MediatorFlows(ServiceFactory services) : Mediator(services), IFlows
{
    Task<Result<T>> IFlows.Send<T>(IFlow<T> flow, CancellationToken cancellationToken) => Send<Result<T>>(flow, cancellationToken);
}
