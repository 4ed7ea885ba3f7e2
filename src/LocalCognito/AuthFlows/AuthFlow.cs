using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.AuthFlows;

/// <summary>A way to start a sign-in. Each flow has its own file; <see cref="AuthFlowTable"/> finds it.</summary>
internal interface IAuthFlow
{
    /// <summary>The <c>AuthFlow</c> on the wire; a client allows it as <c>ALLOW_{Name}</c>.</summary>
    string Name { get; }

    /// <summary>An optional second name on the wire.</summary>
    string? Alias => null;

    /// <summary>Only <c>AdminInitiateAuth</c> accepts the flow.</summary>
    bool IsForAdministrators => false;

    AuthenticationResponse Start(AuthFlowStart start);
}

/// <summary>The input of a flow.</summary>
internal sealed record AuthFlowStart(
    LocalUserPool Pool,
    AppClient Client,
    IReadOnlyDictionary<string, string>? Parameters,
    string? Session,
    IReadOnlyDictionary<string, string>? ClientMetadata,
    bool IsAdministrative)
{
    public string? SecretHash => Parameters?.GetValueOrDefault("SECRET_HASH");

    /// <exception cref="CognitoException"><c>InvalidParameterException: Missing required parameter …</c>.</exception>
    public string Require(string name) =>
        Find(name) ?? throw CognitoException.MissingParameter(name);

    public string? Find(string name) => Parameters?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>
    /// Finds the user who signs in. For an unknown user the pool reports that the user does not exist, or, when the client hides existence, continues with a simulated user:
    /// every flow then runs as for an existing user and fails as for a wrong password or code.
    /// </summary>
    /// <param name="username">Any name of the user.</param>
    /// <param name="password">The typed password, if any. With a password the migration trigger can add a missing user.</param>
    public SignInAttempt Identify(string username, string? password = null)
    {
        Client.RequireSecretHashAtSignIn(SecretHash, username);
        var user = Pool.Users.Find(username)
            ?? (password is null ? null : Migration.Run(Pool, Client, new MigrationCall("UserMigration_Authentication", username, password, ClientMetadata)))
            ?? (Client.HidesUnknownUsers ? SimulatedUser.For(username, Pool) : throw CognitoException.UserNotFound());
        TriggerCall.Run(
            "PreAuthentication",
            Pool.Triggers.PreAuthentication,
            new PreAuthenticationRequest(TriggerContext.Of("PreAuthentication_Authentication", Pool, Client, user, clientMetadata: null))
            {
                ValidationData = ClientMetadata ?? new Dictionary<string, string>(StringComparer.Ordinal),
                UserNotFound = user.IsSimulated,
            });
        // As in Cognito, only the triggers that run before the sign-in receive the metadata of the first call.
        return new SignInAttempt(Pool, Client, user, IsAdministrative, new Dictionary<string, string>(StringComparer.Ordinal));
    }
}

/// <summary>Every flow of this assembly by name.</summary>
internal static class AuthFlowTable
{
    private static readonly List<IAuthFlow> All =
    [
        .. typeof(AuthFlowTable).Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IAuthFlow)))
            .Select(type => (IAuthFlow)Activator.CreateInstance(type)!),
    ];

    public static IAuthFlow? Find(string name) => All.Find(flow => flow.Name == name || flow.Alias == name);
}
