namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A step of a sign-in that the user must answer. Each challenge has its own file; <see cref="ChallengeTable"/> finds it.</summary>
internal interface IChallenge
{
    /// <summary>The <c>ChallengeName</c> on the wire.</summary>
    string Name { get; }

    /// <summary>Verifies the answer. The session is valid. It is spent when the method returns, and stays open when it throws.</summary>
    AuthenticationResponse Answer(ChallengeAnswer answer);

    /// <summary>Finds the session of an answer that has no <c>Session</c>.</summary>
    string? SessionWithin(IReadOnlyDictionary<string, string> responses) => null;
}

/// <summary>A challenge that can follow the first factor.</summary>
internal interface ISecondFactor : IChallenge
{
    /// <summary>Whether the user can answer the challenge.</summary>
    bool IsSetUp(LocalUser user);

    AuthenticationResponse OpenAsSecond(SignInAttempt attempt);
}

/// <summary>A challenge that <c>USER_AUTH</c> offers as the first factor.</summary>
internal interface IFirstFactor : IChallenge
{
    /// <summary>The name in the pool's <c>AllowedFirstAuthFactors</c>.</summary>
    string AuthFactor => Name;

    /// <summary>Whether the pool is configured for the factor.</summary>
    bool IsOffered(LocalUserPool pool) => true;

    /// <summary>Whether the user can answer the challenge.</summary>
    bool IsAvailable(LocalUser user);

    /// <summary>Whether the factor counts as two, so that users with MFA can start with it.</summary>
    bool ReplacesMfa(LocalUserPool pool, LocalUser user) => false;

    /// <param name="attempt">The sign-in.</param>
    /// <param name="parameters">What the caller sent together with the choice. When they contain the answer, no challenge is issued.</param>
    AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters);

    /// <summary>The user chose this factor from the offered ones.</summary>
    AuthenticationResponse AnswerChoice(ChallengeAnswer answer) => OpenAsFirst(answer.Attempt, answer.Responses);
}

/// <summary>An answer whose session, user and secret hash are verified.</summary>
internal sealed record ChallengeAnswer(SignInAttempt Attempt, ChallengeSession Session, IReadOnlyDictionary<string, string> Responses)
{
    public LocalUserPool Pool => Attempt.Pool;

    public LocalUser User => Attempt.User;

    /// <exception cref="CognitoException"><c>InvalidParameterException: Missing required parameter …</c>.</exception>
    public string Require(string name) =>
        Find(name) ?? throw CognitoException.MissingParameter(name);

    public string? Find(string name) => Responses.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>The device of the sign-in, if its user has not forgotten it since.</summary>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> when the answer names no device; <c>ResourceNotFoundException</c> when it names another one.</exception>
    public LocalDevice RequireDevice()
    {
        var key = Require("DEVICE_KEY");
        // Another device of the same user did not start this sign-in.
        return key == Attempt.Device?.Device.Key ? User.Devices.Require(key) : throw UserDevices.NotFound();
    }

    public TState State<TState>() => (TState)Session.State!;
}
