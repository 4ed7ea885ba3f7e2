using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;

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
internal sealed record AuthFlowStart(LocalUserPool Pool, AppClient Client, IReadOnlyDictionary<string, string>? Parameters)
{
    public string? SecretHash => Parameters?.GetValueOrDefault("SECRET_HASH");

    /// <exception cref="CognitoException"><c>InvalidParameterException: Missing required parameter …</c>.</exception>
    public string Require(string name) =>
        Parameters?.GetValueOrDefault(name) is { Length: > 0 } value ? value : throw CognitoException.MissingParameter(name);
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
