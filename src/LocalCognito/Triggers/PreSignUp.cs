namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A user is about to be added (<c>PreSignUp_SignUp</c>, <c>PreSignUp_AdminCreateUser</c>). Runs before it is known whether the name is taken.</summary>
public sealed record PreSignUpRequest : TriggerRequest
{
    internal PreSignUpRequest(TriggerContext context, IReadOnlyDictionary<string, string> validationData)
        : base(context) => ValidationData = validationData;

    /// <summary>What the caller sent for the validation only.</summary>
    public IReadOnlyDictionary<string, string> ValidationData { get; }
}

/// <summary>What becomes of the user. Ignored for users that administrators make.</summary>
public sealed record PreSignUpResponse
{
    /// <summary>No code is needed.</summary>
    public bool AutoConfirmUser { get; init; }

    /// <summary>The e-mail address counts as verified.</summary>
    public bool AutoVerifyEmail { get; init; }

    /// <summary>The phone number counts as verified.</summary>
    public bool AutoVerifyPhone { get; init; }
}
