using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>What every trigger learns. The names are those of the events in AWS's documentation.</summary>
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

    /// <summary>Why it was called, such as <c>PreSignUp_SignUp</c>.</summary>
    public string TriggerSource { get; }

    /// <summary>The pool's id.</summary>
    public string UserPoolId { get; }

    /// <summary>The client that called, or <c>CLIENT_ID_NOT_APPLICABLE</c>.</summary>
    public string ClientId { get; }

    /// <summary>The stored user name; what was typed, where no such user exists.</summary>
    public string UserName { get; }

    /// <summary>The user's attributes, with <c>sub</c> and <c>cognito:user_status</c> for a user that exists.</summary>
    public IReadOnlyDictionary<string, string> UserAttributes { get; }

    /// <summary>
    /// <c>ClientMetadata</c> of the call. <c>InitiateAuth</c> hands its own only to the triggers before the sign-in, as <c>ValidationData</c>;
    /// the others get that of <c>RespondToAuthChallenge</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string> ClientMetadata { get; }
}

/// <summary>What a trigger's request is made of.</summary>
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
        user.InventedFor ?? user.Username,
        user.IsInvented
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new Dictionary<string, string>(user.Attributes, StringComparer.Ordinal) { [Users.UserAttributes.Sub] = user.Sub, ["cognito:user_status"] = user.Status.WireName() },
        clientMetadata);
}
