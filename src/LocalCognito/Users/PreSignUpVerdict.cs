using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Triggers;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>What the trigger <c>PreSignUp</c> is asked with.</summary>
internal sealed record PreSignUpCall(
    string Source,
    AppClient? Client,
    string Username,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<AttributeType>? ValidationData,
    IReadOnlyDictionary<string, string>? ClientMetadata);

/// <summary>Asks the trigger <c>PreSignUp</c>, and does what it says.</summary>
internal static class PreSignUpVerdict
{
    public static PreSignUpResponse Ask(LocalUserPool pool, PreSignUpCall call)
    {
        if (pool.Triggers.PreSignUp is not { } trigger)
            return new PreSignUpResponse();
        Dictionary<string, string> validationData = new(StringComparer.Ordinal);
        foreach (var (name, value) in call.ValidationData ?? [])
            validationData[name] = value ?? "";
        var attributes = new Dictionary<string, string>(call.Attributes, StringComparer.Ordinal);
        return TriggerCall.Run(
            "PreSignUp", trigger, new PreSignUpRequest(new TriggerContext(call.Source, pool, call.Client, call.Username, attributes, call.ClientMetadata), validationData));
    }

    /// <summary>A verified alias moves to the new user.</summary>
    public static void Verify(LocalUserPool pool, LocalUser user, PreSignUpResponse verdict)
    {
        foreach (var (attribute, isVerified) in ((string, bool)[])[(UserAttributes.Email, verdict.AutoVerifyEmail), (UserAttributes.PhoneNumber, verdict.AutoVerifyPhone)])
        {
            if (!isVerified || user.Attribute(attribute) is null)
                continue;
            Aliases.Take(pool, user, attribute, force: true);
            user.MarkVerified(attribute);
        }

        pool.Users.Index(user);
    }
}
