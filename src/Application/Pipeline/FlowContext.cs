using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.Application.Pipeline;

/// <summary>
/// The context of a call. One per scope: a flow shares it with the flows that it sends. A flow or subscriber that runs after the response has its own, which starts with the <see cref="Origin"/> of
/// the call.
/// </summary>
public sealed class FlowContext(IClientContext client)
{
    private CallOrigin? _origin;
    private VerifiedToken? _caller;

    /// <summary>The client's address, from trusted proxies only; <see langword="null"/> outside a request.</summary>
    public string? IpAddress => Read.IpAddress;

    /// <summary>The device fingerprint that Cognito's client library made (<c>UserContextData.EncodedData</c>); <see langword="null"/> if the client sent none.</summary>
    public Secret? EncodedUserContext => Read.EncodedUserContext;

    /// <summary>What the client sent for the pool's triggers, such as a locale. It is sent with each call to Cognito that accepts it. <see cref="ValidationBehavior{TRequest,TResponse}"/> validates it.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; set; }

    /// <summary>The verified access token of the caller; set by <see cref="AccessTokenBehavior{TRequest,TResponse}"/>.</summary>
    /// <exception cref="InvalidOperationException">No <see cref="IProtectedFlow{T}"/> runs in this scope.</exception>
    public VerifiedToken Caller
    {
        get => _caller ?? throw new InvalidOperationException("Only the handler of a protected flow has a caller.");
        internal set => _caller = value;
    }

    /// <summary>The members that the flow adds to its security event.</summary>
    public AuditTrail Audit { get; } = new();

    /// <summary>Whether it runs after the response to a call: it is not counted against rate limits again, and no caller waits for it.</summary>
    public bool IsBackground { get; private set; }

    /// <summary>Where the call came from, for work that outlives it.</summary>
    public CallOrigin Origin => Read with { ClientMetadata = ClientMetadata };

    // Read once and kept: after the response there is no request to read from.
    private CallOrigin Read => _origin ??= new CallOrigin(client.IpAddress, client.EncodedUserContext, ClientMetadata: null);

    /// <summary>Starts this context with the origin of another call. Flows that are sent in its scope count against their limits.</summary>
    public void ContinueFrom(CallOrigin origin) => (_origin, ClientMetadata) = (origin, origin.ClientMetadata);

    /// <summary>Makes this the context of a flow that runs after the response to another call, which was counted.</summary>
    public void ContinueInBackground(CallOrigin origin)
    {
        ContinueFrom(origin);
        IsBackground = true;
    }
}

/// <summary>Where a call came from.</summary>
/// <param name="IpAddress">As <see cref="FlowContext.IpAddress"/>.</param>
/// <param name="EncodedUserContext">As <see cref="FlowContext.EncodedUserContext"/>.</param>
/// <param name="ClientMetadata">As <see cref="FlowContext.ClientMetadata"/>.</param>
public sealed record CallOrigin(string? IpAddress, Secret? EncodedUserContext, IReadOnlyDictionary<string, string>? ClientMetadata);
