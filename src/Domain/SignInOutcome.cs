namespace CognitoAuth.Domain;

/// <summary>The outcome of a step of a sign-in: tokens, or a challenge to answer.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The user is signed in.</summary>
    /// <param name="Set">The tokens.</param>
    /// <param name="NewDevice">The device to confirm, if the pool remembers devices.</param>
    public sealed record Tokens(TokenSet Set, NewDevice? NewDevice = null) : SignInOutcome;

    /// <summary>Another challenge must be answered.</summary>
    /// <param name="Challenge">What to answer.</param>
    public sealed record ChallengeRequired(Challenge Challenge) : SignInOutcome;
}

/// <summary>A device that may be remembered (Cognito's <c>NewDeviceMetadata</c>).</summary>
/// <param name="DeviceKey">The device's id.</param>
/// <param name="DeviceGroupKey">The group it belongs to, part of its password.</param>
public sealed record NewDevice(string DeviceKey, string DeviceGroupKey);

/// <summary>A challenge that Cognito poses during a sign-in.</summary>
/// <param name="Name">Cognito's name: <c>SOFTWARE_TOKEN_MFA</c>, <c>NEW_PASSWORD_REQUIRED</c> …</param>
/// <param name="Session">To send with the answer; absent if Cognito needs none (<c>PASSWORD_VERIFIER</c>).</param>
/// <param name="Username">To send with the answer. It can differ from the name that the user typed.</param>
public sealed record Challenge(string Name, Secret? Session, string Username)
{
    /// <summary>Where a code was sent, for challenges that send one.</summary>
    public CodeDelivery? Delivery { get; init; }

    /// <summary>The attributes that <c>NEW_PASSWORD_REQUIRED</c> requires.</summary>
    public IReadOnlyList<string>? RequiredAttributes { get; init; }

    /// <summary>The options to choose from, by Cognito's names.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>The options for the browser's <c>navigator.credentials.get</c>, for <c>WEB_AUTHN</c>.</summary>
    public JsonText? CredentialRequestOptions { get; init; }

    /// <summary>The random value in <see cref="CredentialRequestOptions"/> that the passkey signs, in Base64url; absent if it could not be read.</summary>
    public string? PasskeyChallenge { get; init; }

    /// <summary>Cognito's <c>ChallengeParameters</c> that have no member of their own (SRP values, custom challenges).</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
