namespace CognitoAuth.Domain;

/// <summary>The answer to a challenge of a sign-in. The gateway maps it to Cognito's parameters.</summary>
public abstract record ChallengeAnswer
{
    private ChallengeAnswer()
    {
    }

    /// <summary>A code from a message or an authenticator.</summary>
    public sealed record Code(Secret Value) : ChallengeAnswer;

    /// <summary>The password that replaces a temporary one.</summary>
    /// <param name="Value">The new password.</param>
    /// <param name="Attributes">The attributes that the pool requires with it.</param>
    public sealed record NewPassword(Secret Value, IReadOnlyDictionary<string, string>? Attributes) : ChallengeAnswer;

    /// <summary>One of the challenge's options. The answer to a first factor can be included.</summary>
    /// <param name="Chosen">Cognito's name of the option.</param>
    public sealed record Choice(string Chosen) : ChallengeAnswer
    {
        /// <summary>For the option <c>PASSWORD</c>.</summary>
        public Secret? WithPassword { get; init; }

        /// <summary>For the option <c>PASSWORD_SRP</c>: the client's public value in hexadecimal.</summary>
        public string? WithSrpPublicValue { get; init; }

        /// <summary>For the option <c>WEB_AUTHN</c>: the browser's <c>AuthenticationResponseJSON</c> as text.</summary>
        public Secret? WithCredential { get; init; }
    }

    /// <summary>The user's password.</summary>
    public sealed record Password(Secret Value) : ChallengeAnswer;

    /// <summary>A passkey: the browser's <c>AuthenticationResponseJSON</c> as text.</summary>
    public sealed record Credential(Secret Json) : ChallengeAnswer;

    /// <summary>The first message of SRP.</summary>
    /// <param name="PublicValue">The client's public value in hexadecimal.</param>
    public sealed record SrpStart(string PublicValue) : ChallengeAnswer;

    /// <summary>The SRP proof that the client knows the secret.</summary>
    /// <param name="Signature">In Base64.</param>
    /// <param name="SecretBlock">From the challenge, unchanged.</param>
    /// <param name="Timestamp">The time that was signed: <c>Mon Jan 2 15:04:05 UTC 2006</c>.</param>
    public sealed record SrpProof(Secret Signature, Secret SecretBlock, string Timestamp) : ChallengeAnswer;

    /// <summary>The answer to a challenge of the pool's own triggers.</summary>
    public sealed record Custom(Secret Value) : ChallengeAnswer;

    /// <summary>No answer: the session is enough.</summary>
    public sealed record Nothing : ChallengeAnswer;

    /// <summary>The answer to a challenge that this API does not know, with Cognito's parameter names.</summary>
    public sealed record Raw(IReadOnlyDictionary<string, Secret> Responses) : ChallengeAnswer;
}

/// <summary>A challenge with its answer.</summary>
/// <param name="Name">Cognito's name of the challenge.</param>
/// <param name="Session">From the challenge.</param>
/// <param name="Username">From the challenge.</param>
/// <param name="Answer">The answer.</param>
public sealed record AnsweredChallenge(string Name, Secret? Session, string Username, ChallengeAnswer Answer)
{
    /// <summary>The key of the remembered device, if the user is on one.</summary>
    public string? DeviceKey { get; init; }
}
