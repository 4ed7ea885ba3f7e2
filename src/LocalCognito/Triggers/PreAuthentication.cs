namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A sign-in starts (<c>PreAuthentication_Authentication</c>).</summary>
public sealed record PreAuthenticationRequest : TriggerRequest
{
    internal PreAuthenticationRequest(TriggerContext context)
        : base(context)
    {
    }

    /// <summary><c>ClientMetadata</c> of <c>InitiateAuth</c>.</summary>
    public required IReadOnlyDictionary<string, string> ValidationData { get; init; }

    /// <summary>The user does not exist, and the client must not find out.</summary>
    public bool UserNotFound { get; init; }
}
