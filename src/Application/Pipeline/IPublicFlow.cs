using CognitoAuth.Domain;
using MediatR;

namespace CognitoAuth.Application.Pipeline;

/// <summary>A flow that anyone may call. A flow is this or <see cref="IProtectedFlow{T}"/>; the start refuses anything else.</summary>
/// <typeparam name="T">What it answers on success.</typeparam>
public interface IPublicFlow<T> : IRequest<Result<T>>;
