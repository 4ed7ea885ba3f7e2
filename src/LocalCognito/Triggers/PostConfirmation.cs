namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>A user was confirmed (<c>PostConfirmation_ConfirmSignUp</c>), or has a new password (<c>PostConfirmation_ConfirmForgotPassword</c>).</summary>
public sealed record PostConfirmationRequest : TriggerRequest
{
    internal PostConfirmationRequest(TriggerContext context)
        : base(context)
    {
    }
}
