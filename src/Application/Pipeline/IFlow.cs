using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>A command or query. Implement <see cref="IPublicFlow{T}"/> or <see cref="IProtectedFlow{T}"/>, never this alone: the start refuses it.</summary>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IFlow<T> : IRequest<Result<T>>, IFlow;

/// <summary>Any flow, whatever it returns.</summary>
public interface IFlow;

/// <summary>Handles one flow. Scanning finds it; the pipeline has verified, limited and validated the flow before.</summary>
/// <typeparam name="TFlow">The command or query.</typeparam>
/// <typeparam name="T">What it returns on success.</typeparam>
public interface IFlowHandler<in TFlow, T> : IRequestHandler<TFlow, Result<T>>
    where TFlow : IFlow<T>;
