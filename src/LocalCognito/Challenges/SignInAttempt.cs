using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A sign-in between two steps, for the current call.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Client">The client that signs the user in.</param>
/// <param name="User">The user who signs in; a simulated user when the name is unknown and the client hides existence.</param>
/// <param name="IsAdministrative">Whether the call had AWS credentials.</param>
/// <param name="ClientMetadata">The call's metadata for the triggers.</param>
internal sealed record SignInAttempt(
    LocalUserPool Pool, AppClient Client, LocalUser User, bool IsAdministrative, IReadOnlyDictionary<string, string> ClientMetadata)
{
    /// <summary>The source that the token trigger receives.</summary>
    public string TokenTriggerSource { get; init; } = "TokenGeneration_Authentication";

    /// <summary>The device that the client named; null when it named none, or proved the password without SRP.</summary>
    public SignInDevice? Device { get; init; }

    public TriggerContext Context(string source) => TriggerContext.Of(source, Pool, Client, User, ClientMetadata);

    /// <summary>Issues a challenge and opens its session.</summary>
    /// <param name="name">The <c>ChallengeName</c>.</param>
    /// <param name="parameters">Its parameters without <c>USER_ID_FOR_SRP</c>, which every challenge has because the next secret hash is computed from it (<c>docs/cognito.md#secret-hash</c>).</param>
    /// <param name="state">The challenge's state until it is answered.</param>
    public AuthenticationResponse Challenge(string name, Dictionary<string, string>? parameters = null, object? state = null)
    {
        parameters ??= new Dictionary<string, string>(StringComparer.Ordinal);
        parameters["USER_ID_FOR_SRP"] = User.Username;
        return new AuthenticationResponse(name, Pool.Sessions.Open(Session(name, state)), parameters, AuthenticationResult: null);
    }

    public ChallengeSession Session(string challenge, object? state) =>
        new(User, Client, IsAdministrative, challenge, state, Pool.Now + Client.Options.AuthSessionValidity) { Device = Device };
}

/// <summary>A device in a sign-in.</summary>
/// <param name="Device">A confirmed device of the user.</param>
/// <param name="IsProven">Whether the client proved that it has the device's secret.</param>
internal sealed record SignInDevice(LocalDevice Device, bool IsProven);
