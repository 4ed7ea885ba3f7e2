namespace CognitoAuth.Domain;

/// <summary>How a step of a sign-in ended: with tokens, or with a challenge to answer.</summary>
public abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>The user is signed in.</summary>
    /// <param name="Set">The tokens.</param>
    /// <param name="NewDevice">The device that Cognito wants confirmed, where the pool remembers devices.</param>
    public sealed record Tokens(TokenSet Set, NewDevice? NewDevice = null) : SignInOutcome;

    /// <summary>One more answer is needed.</summary>
    /// <param name="Challenge">What to answer.</param>
    public sealed record ChallengeRequired(Challenge Challenge) : SignInOutcome;
}

/// <summary>A device that may be remembered (Cognito's <c>NewDeviceMetadata</c>).</summary>
/// <param name="DeviceKey">The device's id.</param>
/// <param name="DeviceGroupKey">The group it belongs to, part of its password.</param>
public sealed record NewDevice(string DeviceKey, string DeviceGroupKey);

/// <summary>A question of Cognito to a user who is signing in.</summary>
/// <param name="Name">Cognito's name: <c>SOFTWARE_TOKEN_MFA</c>, <c>NEW_PASSWORD_REQUIRED</c> …</param>
/// <param name="Session">Goes back with the answer; absent where Cognito needs none (<c>PASSWORD_VERIFIER</c>).</param>
/// <param name="Username">The name to send back with the answer, which may not be the one typed.</param>
public sealed record Challenge(string Name, Secret? Session, string Username)
{
    /// <summary>Where a code was sent, for challenges that send one.</summary>
    public CodeDelivery? Delivery { get; init; }

    /// <summary>The attributes that <c>NEW_PASSWORD_REQUIRED</c> wants set.</summary>
    public IReadOnlyList<string>? RequiredAttributes { get; init; }

    /// <summary>Cognito's names of what can be chosen.</summary>
    public IReadOnlyList<string>? Options { get; init; }

    /// <summary>What the browser's <c>navigator.credentials.get</c> wants, for <c>WEB_AUTHN</c>.</summary>
    public JsonText? CredentialRequestOptions { get; init; }

    /// <summary>The random value in <see cref="CredentialRequestOptions"/> that the passkey signs, in Base64url; absent where it could not be read.</summary>
    public string? PasskeyChallenge { get; init; }

    /// <summary>Cognito's <c>ChallengeParameters</c> that have no member of their own (SRP values, custom challenges).</summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }
}
