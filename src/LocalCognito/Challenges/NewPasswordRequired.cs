using System.Text.Json;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>The user signed in with a temporary password and must choose a new one.</summary>
internal sealed class NewPasswordRequired : IChallenge
{
    private const string ChallengeName = "NEW_PASSWORD_REQUIRED";
    private const string AttributePrefix = "userAttributes.";

    public string Name => ChallengeName;

    public static AuthenticationResponse Open(SignInAttempt attempt) => attempt.Challenge(
        ChallengeName,
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            // Lists and maps are strings that contain JSON (docs/cognito.md#challenges).
            ["requiredAttributes"] = JsonSerializer.Serialize(Missing(attempt.Pool, attempt.User).Select(name => AttributePrefix + name), CognitoJson.Options),
            ["userAttributes"] = JsonSerializer.Serialize(attempt.User.Attributes, CognitoJson.Options),
        });

    public AuthenticationResponse Answer(ChallengeAnswer answer)
    {
        var (pool, user) = (answer.Pool, answer.User);
        var password = answer.Require("NEW_PASSWORD");
        pool.Options.PasswordPolicy.Check(password);
        var attributes = UserAttributes.FromClient(pool.Options, [
            .. answer.Responses
                .Where(response => response.Key.StartsWith(AttributePrefix, StringComparison.Ordinal))
                .Select(response => new AttributeType(response.Key[AttributePrefix.Length..], response.Value)),
        ]);
        foreach (var missing in Missing(pool, user).Where(name => !attributes.ContainsKey(name)))
        {
            throw CognitoException.InvalidParameter($"Invalid attributes given, {missing} is missing");
        }

        foreach (var (name, value) in attributes) user.Attributes[name] = value;
        pool.Users.Index(user);
        user.SetPassword(password);
        user.Status = UserStatus.Confirmed;
        user.ModifiedAt = pool.Now;
        return SignInSteps.AfterFirstFactor(answer.Attempt with { TokenTriggerSource = "TokenGeneration_NewPasswordChallenge" });
    }

    private static IEnumerable<string> Missing(LocalUserPool pool, LocalUser user) =>
        pool.Options.RequiredAttributes.Where(name => user.Attribute(name) is null);
}
