using CognitoAuth.LocalCognito.Challenges;
using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.AuthFlows;

/// <summary>A way to start a sign-in. One file per flow; the table finds it.</summary>
internal interface IAuthFlow
{
    /// <summary>The <c>AuthFlow</c> on the wire; a client allows it as <c>ALLOW_{Name}</c>.</summary>
    string Name { get; }

    /// <summary>A second name on the wire, where there is one.</summary>
    string? Alias => null;

    /// <summary>Only <c>AdminInitiateAuth</c> takes it.</summary>
    bool IsForAdministrators => false;

    AuthenticationResponse Start(AuthFlowStart start);
}

/// <summary>What a flow starts from.</summary>
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
    /// Who signs in. A missing user is told of where clients may know, and otherwise invented: every flow then goes on as if there were one,
    /// and fails like a wrong password or code.
    /// </summary>
    /// <param name="username">Any name.</param>
    /// <param name="password">The typed password, where there is one: with it a missing user can be brought in from elsewhere.</param>
    public SignInAttempt Identify(string username, string? password = null)
    {
        Client.RequireSecretHashAtSignIn(SecretHash, username);
        var user = Pool.Users.Find(username)
            ?? (password is null ? null : Migration.Run(Pool, Client, new MigrationCall("UserMigration_Authentication", username, password, ClientMetadata)))
            ?? (Client.HidesUnknownUsers ? InventedUser.For(username, Pool) : throw CognitoException.UserNotFound());
        TriggerCall.Run(
            "PreAuthentication",
            Pool.Triggers.PreAuthentication,
            new PreAuthenticationRequest(TriggerContext.Of("PreAuthentication_Authentication", Pool, Client, user, clientMetadata: null))
            {
                ValidationData = ClientMetadata ?? new Dictionary<string, string>(StringComparer.Ordinal),
                UserNotFound = user.IsInvented,
            });
        // The metadata of this first call goes to the triggers that run before the sign-in, and to no later one, as in Cognito.
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
