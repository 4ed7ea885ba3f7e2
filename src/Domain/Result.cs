using System.Diagnostics.CodeAnalysis;

namespace CognitoAuth.Domain;

/// <summary>What a flow returns: a value, or an expected <see cref="AuthError"/>. Exceptions are for bugs and outages.</summary>
/// <typeparam name="T">The value of a success; <see cref="Success"/> if there is none.</typeparam>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, AuthError? error) => (_value, Error) = (value, error);

    /// <summary>Why it failed, or <see langword="null"/> on success.</summary>
    public AuthError? Error { get; }

    /// <summary>The value of a success.</summary>
    /// <exception cref="InvalidOperationException">The result is a failure.</exception>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"A failed result has no value: {Error.Code}.");

    /// <summary>A success.</summary>
    public static Result<T> Of(T value) => new(value, null);

    /// <summary>A failure.</summary>
    public static Result<T> Failure(AuthError error) => new(default, error);

    /// <summary>A success: a handler can return the value itself.</summary>
    public static implicit operator Result<T>(T value) => Of(value);

    /// <summary>A failure: a handler can return the error itself.</summary>
    public static implicit operator Result<T>(AuthError error) => Failure(error);

    /// <summary>Whether it failed, with the error or the value.</summary>
    public bool IsFailure([NotNullWhen(true)] out AuthError? error, [MaybeNullWhen(true)] out T value)
    {
        (error, value) = (Error, _value);
        return error is not null;
    }

    /// <summary>Whether it failed, with the error.</summary>
    public bool IsFailure([NotNullWhen(true)] out AuthError? error) => IsFailure(out error, out _);

    /// <summary>The result with its value converted; a failure is returned unchanged.</summary>
    public Result<TOther> Map<TOther>(Func<T, TOther> change) => Error is null ? change(_value!) : Error;
}

/// <summary>Lets code that does not know the value's type, such as a pipeline behavior, read and create a <see cref="Result{T}"/>.</summary>
/// <typeparam name="TSelf">The result's own type.</typeparam>
public interface IResult<out TSelf>
{
    /// <summary>Why it failed, or <see langword="null"/> on success.</summary>
    AuthError? Error { get; }

    /// <summary>A failure.</summary>
    static abstract TSelf Failure(AuthError error);
}

/// <summary>The value of a successful <see cref="Result{T}"/> that has none.</summary>
public readonly record struct Success;
