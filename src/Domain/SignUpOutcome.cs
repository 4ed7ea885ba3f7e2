namespace CognitoAuth.Domain;

/// <summary>The outcome of a sign-up (Cognito's <c>SignUp</c>).</summary>
public abstract record SignUpOutcome
{
    private SignUpOutcome()
    {
    }

    /// <summary>The account must be confirmed with a code.</summary>
    /// <param name="Delivery">Where the code was sent.</param>
    /// <param name="Session">Sent with the confirmation, it lets the user sign in without typing the password again.</param>
    /// <param name="UserId">The new user's <c>sub</c>; absent if it would reveal whether the name was taken.</param>
    public sealed record ConfirmationRequired(CodeDelivery Delivery, Secret? Session = null, string? UserId = null) : SignUpOutcome;

    /// <summary>The pool confirmed the account immediately.</summary>
    /// <param name="UserId">The new user's <c>sub</c>.</param>
    public sealed record Confirmed(string UserId) : SignUpOutcome;
}
