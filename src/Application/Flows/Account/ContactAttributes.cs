namespace CognitoAuth.Application.Flows.Account;

/// <summary>The attributes that a code can be sent to: control of them is enough to recover the account.</summary>
internal static class ContactAttributes
{
    private static readonly string[] Names = ["email", "phone_number"];

    /// <summary>Whether it is one of them, ignoring case, in case Cognito does too.</summary>
    public static bool Contains(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Exactly <c>email</c> or <c>phone_number</c>: Cognito verifies no others.</summary>
    public static IRuleBuilderOptions<T, string> ContactAttribute<T>(this IRuleBuilder<T, string> rule) => rule
        .Must(name => Names.Contains(name, StringComparer.Ordinal)).WithMessage("Only email and phone_number can be verified.");
}
