namespace CognitoAuth.Domain;

/// <summary>How a sign-up ended (Cognito's <c>SignUp</c>).</summary>
public abstract record SignUpOutcome
{
    private SignUpOutcome()
    {
    }

    /// <summary>The account waits for its code.</summary>
    /// <param name="Delivery">Where the code went.</param>
    /// <param name="Session">Given to the confirmation, it lets the user sign in without typing the password again.</param>
    /// <param name="UserId">The new user's <c>sub</c>; absent where it would tell a fresh name from a taken one.</param>
    public sealed record ConfirmationRequired(CodeDelivery Delivery, Secret? Session = null, string? UserId = null) : SignUpOutcome;

    /// <summary>The pool confirmed the account at once.</summary>
    /// <param name="UserId">The new user's <c>sub</c>.</param>
    public sealed record Confirmed(string UserId) : SignUpOutcome;
}
