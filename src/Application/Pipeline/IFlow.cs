using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>A command or query. Implement <see cref="IPublicFlow{T}"/> or <see cref="IProtectedFlow{T}"/>: with this interface alone, the application does not start.</summary>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IFlow<T> : IRequest<Result<T>>, IFlow;

/// <summary>Any flow, whatever it returns.</summary>
public interface IFlow
{
    /// <summary>What the flow's errors may reveal of an account while the deployment hides which accounts exist. A flow can change the <see cref="AuthError.Disclosure"/> of one error.</summary>
    Disclosure Reveals { get; }

    /// <summary>What the caller gets instead of an error that would reveal more.</summary>
    AuthError HiddenAs { get; }
}

/// <summary>Handles one flow. Scanning finds it. The pipeline has already verified, rate-limited and validated the flow.</summary>
/// <typeparam name="TFlow">The command or query.</typeparam>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IFlowHandler<in TFlow, T> : IRequestHandler<TFlow, Result<T>>
    where TFlow : IFlow<T>;
