namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>Somebody starts to sign in (<c>PreAuthentication_Authentication</c>).</summary>
public sealed record PreAuthenticationRequest : TriggerRequest
{
    internal PreAuthenticationRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary><c>ClientMetadata</c> of <c>InitiateAuth</c>.</summary>
    public required IReadOnlyDictionary<string, string> ValidationData { get; init; }

    /// <summary>There is no such user, and the client may not know.</summary>
    public bool UserNotFound { get; init; }
}
