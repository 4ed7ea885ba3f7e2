using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>What every trigger receives. The names are those of the events in AWS's documentation.</summary>
public abstract record TriggerRequest
{
    private protected TriggerRequest(TriggerContext context)
    {
        TriggerSource = context.Source;
        UserPoolId = context.Pool.Id;
        ClientId = context.Client?.Id ?? "CLIENT_ID_NOT_APPLICABLE";
        UserName = context.UserName;
        UserAttributes = context.UserAttributes;
        ClientMetadata = context.ClientMetadata ?? new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>Why the trigger was called, such as <c>PreSignUp_SignUp</c>.</summary>
    public string TriggerSource { get; }

    /// <summary>The pool's id.</summary>
    public string UserPoolId { get; }

    /// <summary>The client that called, or <c>CLIENT_ID_NOT_APPLICABLE</c>.</summary>
    public string ClientId { get; }

    /// <summary>The stored user name; the typed name when the user does not exist.</summary>
    public string UserName { get; }

    /// <summary>The user's attributes, including <c>sub</c> and <c>cognito:user_status</c>. Empty when the user does not exist.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes { get; }

    /// <summary>
    /// <c>ClientMetadata</c> of the call. <c>InitiateAuth</c> passes its metadata, as <c>ValidationData</c>, only to the triggers that run before the sign-in;
    /// the other triggers receive the metadata of <c>RespondToAuthChallenge</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> ClientMetadata { get; }
}

/// <summary>The values that a trigger's request is created from.</summary>
internal sealed record TriggerContext(
    string Source,
    LocalUserPool Pool,
    AppClient? Client,
    string UserName,
    IReadOnlyDictionary<string, string> UserAttributes,
    IReadOnlyDictionary<string, string>? ClientMetadata)
{
    public static TriggerContext Of(string source, LocalUserPool pool, AppClient? client, LocalUser user, IReadOnlyDictionary<string, string>? clientMetadata) => new(
        source,
        pool,
        client,
        user.SimulatedFor ?? user.Username,
        user.IsSimulated
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new Dictionary<string, string>(user.Attributes, StringComparer.Ordinal) { [Users.UserAttributes.Sub] = user.Sub, ["cognito:user_status"] = user.Status.WireName() },
        clientMetadata);
}
