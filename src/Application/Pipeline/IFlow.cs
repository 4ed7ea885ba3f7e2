using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>A command or query. Implement <see cref="IPublicFlow{T}"/> or <see cref="IProtectedFlow{T}"/>, never this alone: the start refuses it.</summary>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IFlow<T> : IRequest<Result<T>>, IFlow;

/// <summary>Any flow, whatever it returns.</summary>
public interface IFlow
{
    /// <summary>What the flow's errors may reveal of an account while the deployment hides who exists. A flow that knows more of an error changes the <see cref="AuthError.Disclosure"/> of that.</summary>
    Disclosure Reveals { get; }

    /// <summary>What the caller gets in place of an error that would reveal more.</summary>
    AuthError HiddenAs { get; }
}

/// <summary>Handles one flow. Scanning finds it; the pipeline has verified, limited and validated the flow before.</summary>
/// <typeparam name="TFlow">The command or query.</typeparam>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IFlowHandler<in TFlow, T> : IRequestHandler<TFlow, Result<T>>
    where TFlow : IFlow<T>;
