using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>The input of the trigger <c>PreSignUp</c>.</summary>
internal sealed record PreSignUpCall(
    string Source,
    AppClient? Client,
    string Username,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<AttributeType>? ValidationData,
    IReadOnlyDictionary<string, string>? ClientMetadata);

/// <summary>Calls the trigger <c>PreSignUp</c> and applies its response.</summary>
internal static class PreSignUpTrigger
{
    public static PreSignUpResponse Run(LocalUserPool pool, PreSignUpCall call)
    {
        if (pool.Triggers.PreSignUp is not { } trigger) return new PreSignUpResponse();
        Dictionary<string, string> validationData = new(StringComparer.Ordinal);
        foreach (var (name, value) in call.ValidationData ?? []) validationData[name] = value ?? "";
        var attributes = new Dictionary<string, string>(call.Attributes, StringComparer.Ordinal);
        return TriggerCall.Run(
            "PreSignUp", trigger, new PreSignUpRequest(new TriggerContext(call.Source, pool, call.Client, call.Username, attributes, call.ClientMetadata), validationData));
    }

    /// <summary>Verifies the contacts that the trigger verified. A verified alias moves to the new user.</summary>
    public static void VerifyContacts(LocalUserPool pool, LocalUser user, PreSignUpResponse response)
    {
        foreach (var (attribute, isVerified) in ((string, bool)[])[(UserAttributes.Email, response.AutoVerifyEmail), (UserAttributes.PhoneNumber, response.AutoVerifyPhone)])
        {
            if (!isVerified || user.Attribute(attribute) is null) continue;
            Aliases.Assign(pool, user, attribute, force: true);
            user.MarkVerified(attribute);
        }

        pool.Users.Index(user);
    }
}
