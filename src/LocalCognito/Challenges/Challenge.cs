using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A step of a sign-in that the user must answer. One file per challenge; the table finds it.</summary>
internal interface IChallenge
{
    /// <summary>The <c>ChallengeName</c> on the wire.</summary>
    string Name { get; }

    /// <summary>Judges the answer. Its session is valid; it is spent when this returns, and stays open when this throws.</summary>
    AuthenticationResponse Answer(ChallengeAnswer answer);

    /// <summary>Where an answer without <c>Session</c> says which one it means.</summary>
    string? SessionWithin(IReadOnlyDictionary<string, string> responses) => null;
}

/// <summary>A challenge that can follow the first factor.</summary>
internal interface ISecondFactor : IChallenge
{
    /// <summary>The user has what it takes to answer.</summary>
    bool IsSetUp(LocalUser user);

    AuthenticationResponse OpenAsSecond(SignInAttempt attempt);
}

/// <summary>A challenge that <c>USER_AUTH</c> offers to start with.</summary>
internal interface IFirstFactor : IChallenge
{
    /// <summary>Its name among the pool's <c>AllowedFirstAuthFactors</c>.</summary>
    string AuthFactor => Name;

    /// <summary>The pool is set up for it.</summary>
    bool IsOffered(LocalUserPool pool) => true;

    /// <summary>The user has what it takes to answer.</summary>
    bool IsAvailable(LocalUser user);

    /// <summary>It is worth two factors: users with a second one can start with it.</summary>
    bool ReplacesMfa(LocalUserPool pool, LocalUser user) => false;

    /// <param name="attempt">The sign-in.</param>
    /// <param name="parameters">What the caller sent together with the choice: an answer that is there already needs no challenge.</param>
    AuthenticationResponse OpenAsFirst(SignInAttempt attempt, IReadOnlyDictionary<string, string> parameters);

    /// <summary>It was chosen from the factors that were offered.</summary>
    AuthenticationResponse AnswerChoice(ChallengeAnswer answer) => OpenAsFirst(answer.Attempt, answer.Responses);
}

/// <summary>An answer whose session, user and secret hash are proven.</summary>
internal sealed record ChallengeAnswer(SignInAttempt Attempt, ChallengeSession Session, IReadOnlyDictionary<string, string> Responses)
{
    public LocalUserPool Pool => Attempt.Pool;

    public LocalUser User => Attempt.User;

    /// <exception cref="CognitoException"><c>InvalidParameterException: Missing required parameter …</c>.</exception>
    public string Require(string name) =>
        Find(name) ?? throw CognitoException.MissingParameter(name);

    public string? Find(string name) => Responses.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>The device that the sign-in is about, and that its user has not forgotten since.</summary>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> where no device is named; <c>ResourceNotFoundException</c> for another one.</exception>
    public LocalDevice RequireDevice()
    {
        var key = Require("DEVICE_KEY");
        // Another device of the user's is not the one that began.
        return key == Attempt.Device?.Device.Key ? User.Devices.Require(key) : throw UserDevices.NotFound();
    }

    public TState State<TState>() => (TState)Session.State!;
}
