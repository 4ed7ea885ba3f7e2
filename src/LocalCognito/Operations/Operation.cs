namespace CognitoAuth.LocalCognito.Operations;

/// <summary>One operation of the service. The class's name is the operation's.</summary>
internal interface IOperation
{
    string Name { get; }

    /// <summary>Whether the operation needs AWS credentials instead of a client id or token (<c>docs/cognito.md#signed-and-unsigned-operations</c>).</summary>
    bool IsSigned { get; }

    /// <summary>Reads the request and validates it against the service model.</summary>
    object Parse(ReadOnlySpan<byte> body);

    /// <summary>Executes the operation under the pool's lock. Returns null when the operation has no output.</summary>
    object? Run(LocalUserPool pool, object request);
}

/// <summary>An operation that needs no AWS credentials.</summary>
internal abstract class PublicOperation<TRequest> : IOperation
    where TRequest : notnull
{
    public string Name => GetType().Name;

    public virtual bool IsSigned => false;

    public object Parse(ReadOnlySpan<byte> body)
    {
        var request = CognitoJson.Read<TRequest>(body);
        RequestConstraints.Check(request);
        return request;
    }

    public object? Run(LocalUserPool pool, object request) => Execute(pool, (TRequest)request);

    protected abstract object? Execute(LocalUserPool pool, TRequest request);
}

/// <summary>An operation that needs AWS credentials.</summary>
internal abstract class SignedOperation<TRequest> : PublicOperation<TRequest>
    where TRequest : notnull
{
    public override bool IsSigned => true;
}
