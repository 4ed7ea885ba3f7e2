namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A user is about to be added (<c>PreSignUp_SignUp</c>, <c>PreSignUp_AdminCreateUser</c>). Runs before the pool checks whether the user name is taken.</summary>
public sealed record PreSignUpRequest : TriggerRequest
{
    internal PreSignUpRequest(TriggerContext context, IReadOnlyDictionary<string, string> validationData)
        : base(context) => ValidationData = validationData;

    /// <summary>What the caller sent for validation only; the pool does not store it.</summary>
    public IReadOnlyDictionary<string, string> ValidationData { get; }
}

/// <summary>How the pool treats the new user. Ignored for users that administrators create.</summary>
public sealed record PreSignUpResponse
{
    /// <summary>The user is confirmed without a code.</summary>
    public bool AutoConfirmUser { get; init; }

    /// <summary>The e-mail address counts as verified.</summary>
    public bool AutoVerifyEmail { get; init; }

    /// <summary>The phone number counts as verified.</summary>
    public bool AutoVerifyPhone { get; init; }
}
