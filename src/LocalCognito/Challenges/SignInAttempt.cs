using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>A sign-in on its way from step to step, as the present call sees it.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Client">The client that signs the user in.</param>
/// <param name="User">Who signs in; an invented user where none of the name exists and that must not show.</param>
/// <param name="IsAdministrative">The call came with AWS credentials.</param>
/// <param name="ClientMetadata">What the call has for the triggers.</param>
internal sealed record SignInAttempt(
    LocalUserPool Pool, AppClient Client, LocalUser User, bool IsAdministrative, IReadOnlyDictionary<string, string> ClientMetadata)
{
    /// <summary>Why the tokens at its end are made, for the trigger.</summary>
    public string TokenTriggerSource { get; init; } = "TokenGeneration_Authentication";

    /// <summary>The device that the client says it is on; null where it named none, or proved the password in another way than SRP.</summary>
    public SignInDevice? Device { get; init; }

    public TriggerContext Context(string source) => TriggerContext.Of(source, Pool, Client, User, ClientMetadata);

    /// <summary>Poses a challenge and opens its session.</summary>
    /// <param name="name">The <c>ChallengeName</c>.</param>
    /// <param name="parameters">Its parameters but <c>USER_ID_FOR_SRP</c>, which every challenge has: the next secret hash is made over it (<c>docs/cognito.md#secret-hash</c>).</param>
    /// <param name="state">What the challenge must remember until it is answered.</param>
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
/// <param name="Device">One that its user confirmed.</param>
/// <param name="IsProven">The client has its secret.</param>
internal sealed record SignInDevice(LocalDevice Device, bool IsProven);
