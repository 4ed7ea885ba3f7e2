namespace CognitoAuth.Infrastructure.Cognito.Gateway;

/// <summary>Builds the <c>AuthParameters</c> and <c>ChallengeResponses</c> of a sign-in (<c>docs/cognito.md#challenges</c>). Only this class knows Cognito's names of them.</summary>
internal static class SignInParameters
{
    private const string Username = "USERNAME";
    private const string SecretHash = "SECRET_HASH";
    private const string DeviceKey = "DEVICE_KEY";
    private const string Password = "PASSWORD";
    private const string SrpA = "SRP_A";
    private const string Credential = "CREDENTIAL";
    private const string Answer = "ANSWER";

    private static readonly AuthError ReservedResponse = AuthErrors.ValidationFailed with
    {
        Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["responses"] = [$"They must be strings, and must not include {Username} or {SecretHash}."] },
    };

    /// <summary>The parameters that start a sign-in. The secret hash is there if the client has a secret, the device unless Cognito no longer knows it.</summary>
    public static Dictionary<string, string> Of(SignInStart start, string username, string? secretHash, string? deviceKey)
    {
        var parameters = Begin(username, secretHash, deviceKey);
        switch (start)
        {
            case SignInStart.Password password:
                parameters[Password] = password.Value.Reveal();
                break;
            case SignInStart.Srp srp:
                parameters[SrpA] = srp.PublicValue;
                break;
            case SignInStart.Choice { Preferred: { } preferred }:
                parameters["PREFERRED_CHALLENGE"] = preferred;
                break;
        }

        return parameters;
    }

    /// <summary>The parameters that answer a challenge. The secret hash is there if the client has a secret, the device unless Cognito no longer knows it.</summary>
    public static Dictionary<string, string> Of(AnsweredChallenge answered, string? secretHash, string? deviceKey)
    {
        var responses = Begin(answered.Username, secretHash, deviceKey);
        switch (answered.Answer)
        {
            case ChallengeAnswer.Code code:
                responses[$"{answered.Name}_CODE"] = code.Value.Reveal();
                break;
            case ChallengeAnswer.NewPassword password:
                responses["NEW_PASSWORD"] = password.Value.Reveal();
                foreach (var (name, value) in password.Attributes ?? new Dictionary<string, string>(StringComparer.Ordinal)) responses[$"userAttributes.{name}"] = value;
                break;
            case ChallengeAnswer.Choice choice:
                responses[Answer] = choice.Chosen;
                if (choice.WithPassword is { } chosen) responses[Password] = chosen.Reveal();
                if (choice.WithSrpPublicValue is { } publicValue) responses[SrpA] = publicValue;
                if (choice.WithCredential is { } json) responses[Credential] = json.Reveal();
                break;
            case ChallengeAnswer.Password password:
                responses[Password] = password.Value.Reveal();
                break;
            case ChallengeAnswer.Credential credential:
                responses[Credential] = credential.Json.Reveal();
                break;
            case ChallengeAnswer.SrpStart srp:
                responses[SrpA] = srp.PublicValue;
                break;
            case ChallengeAnswer.SrpProof proof:
                responses["PASSWORD_CLAIM_SIGNATURE"] = proof.Signature.Reveal();
                responses["PASSWORD_CLAIM_SECRET_BLOCK"] = proof.SecretBlock.Reveal();
                responses["TIMESTAMP"] = proof.Timestamp;
                break;
            case ChallengeAnswer.Custom custom:
                responses[Answer] = custom.Value.Reveal();
                break;
            case ChallengeAnswer.Raw raw:
                foreach (var (name, value) in raw.Responses.Where(response => response.Key != DeviceKey)) responses[name] = value.Reveal();
                break;
        }

        return responses;
    }

    /// <summary>The device of an answer; raw responses may also name it.</summary>
    public static string? DeviceKeyOf(AnsweredChallenge answered) => answered.DeviceKey ?? (answered.Answer as ChallengeAnswer.Raw)?.Responses.GetValueOrDefault(DeviceKey)?.Reveal();

    /// <summary>The error of raw responses that contain the user's name or its hash, which only the gateway sets.</summary>
    public static AuthError? FaultOf(AnsweredChallenge answered) =>
        answered.Answer is ChallengeAnswer.Raw raw && (raw.Responses.ContainsKey(Username) || raw.Responses.ContainsKey(SecretHash)) ? ReservedResponse : null;

    private static Dictionary<string, string> Begin(string username, string? secretHash, string? deviceKey)
    {
        var all = new Dictionary<string, string>(capacity: 4, StringComparer.Ordinal) { [Username] = username };
        if (secretHash is not null) all[SecretHash] = secretHash;
        if (deviceKey is not null) all[DeviceKey] = deviceKey;
        return all;
    }
}
