using System.Text.Json;
using Amazon.CognitoIdentityProvider;
using CognitoAuth.Application.Flows.SignIn;

namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>Reads Cognito's responses to steps of a sign-in. All challenge parameters are strings; lists and documents are JSON text inside one (<c>docs/cognito.md#challenges</c>).</summary>
internal static class Challenges
{
    private const string UserAttributePrefix = "userAttributes.";

    // These have their own members in the response.
    private static readonly string[] Typed =
    [
        "USERNAME", "USER_ID_FOR_SRP", "CODE_DELIVERY_DELIVERY_MEDIUM", "CODE_DELIVERY_DESTINATION", "requiredAttributes", "MFAS_CAN_CHOOSE", "MFAS_CAN_SETUP", "CREDENTIAL_REQUEST_OPTIONS",
    ];

    /// <summary>Tokens, or the next challenge.</summary>
    public static Result<SignInOutcome> Outcome(
        AuthenticationResultType? result,
        ChallengeNameType? name,
        string? session,
        Dictionary<string, string>? parameters,
        List<ChallengeNameType>? available,
        string username)
    {
        if (name is not null) return new SignInOutcome.ChallengeRequired(Read(name.Value, session, parameters ?? [], available, username));
        return CognitoGateway.Tokens(result).Map<SignInOutcome>(tokens => new SignInOutcome.Tokens(
            tokens,
            result?.NewDeviceMetadata is { DeviceKey: { } key, DeviceGroupKey: { } group } ? new NewDevice(key, group) : null));
    }

    private static Challenge Read(string name, string? session, Dictionary<string, string> parameters, List<ChallengeNameType>? available, string username)
    {
        var passkey = Json(parameters, "CREDENTIAL_REQUEST_OPTIONS");
        // The answer's secret hash needs Cognito's own name for the user, which can differ from the one that was typed.
        return new(name, string.IsNullOrEmpty(session) ? null : new Secret(session), parameters.GetValueOrDefault("USER_ID_FOR_SRP") ?? parameters.GetValueOrDefault("USERNAME") ?? username)
        {
            Delivery = parameters.TryGetValue("CODE_DELIVERY_DELIVERY_MEDIUM", out var medium)
                ? new CodeDelivery(medium, parameters.GetValueOrDefault("CODE_DELIVERY_DESTINATION"), ChallengeAnswers.Known.DestinationOf(name) ?? AttributeOf(medium))
                : null,
            RequiredAttributes = List(parameters, "requiredAttributes")?.Select(WithoutPrefix).ToList(),
            Options = available is { Count: > 0 } ? [.. available.Select(challenge => challenge.Value)] : List(parameters, "MFAS_CAN_CHOOSE") ?? List(parameters, "MFAS_CAN_SETUP"),
            CredentialRequestOptions = passkey is { } options ? new JsonText(options.GetRawText()) : null,
            PasskeyChallenge = passkey is { ValueKind: JsonValueKind.Object } request && request.TryGetProperty("challenge", out var challenge) && challenge.ValueKind is JsonValueKind.String ? challenge.GetString() : null,
            Parameters = parameters.Where(parameter => !Typed.Contains(parameter.Key, StringComparer.Ordinal)).ToDictionary(StringComparer.Ordinal) is { Count: > 0 } rest ? rest : null,
        };
    }

    // For challenges that this version does not know.
    private static string? AttributeOf(string medium) => medium switch
    {
        "EMAIL" => "email",
        "SMS" => "phone_number",
        _ => null,
    };

    private static string WithoutPrefix(string name) => name.StartsWith(UserAttributePrefix, StringComparison.Ordinal) ? name[UserAttributePrefix.Length..] : name;

    private static List<string>? List(Dictionary<string, string> parameters, string name) =>
        Json(parameters, name) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!)] : null;

    private static JsonElement? Json(Dictionary<string, string> parameters, string name)
    {
        if (!parameters.TryGetValue(name, out var text) || text.Length == 0) return null;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
