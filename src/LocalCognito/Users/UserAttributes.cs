using System.Text.RegularExpressions;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Users;

/// <summary>The pool's schema: which attributes exist and who can write them.</summary>
internal static partial class UserAttributes
{
    public const string Email = "email";
    public const string PhoneNumber = "phone_number";
    public const string Sub = "sub";

    private static readonly HashSet<string> Standard = new(StringComparer.Ordinal)
    {
        "address", "birthdate", Email, "email_verified", "family_name", "gender", "given_name", "locale", "middle_name", "name", "nickname",
        PhoneNumber, "phone_number_verified", "picture", "preferred_username", "profile", "updated_at", "website", "zoneinfo",
    };

    public static string VerifiedFlag(string attribute) => attribute + "_verified";

    /// <summary>The attributes that a client sends. A client cannot write <c>sub</c> or a verified flag.</summary>
    public static Dictionary<string, string> FromClient(UserPoolOptions pool, IReadOnlyList<AttributeType>? attributes)
    {
        if (attributes is not null && attributes.Any(attribute => attribute.Name is Sub or "email_verified" or "phone_number_verified"))
        {
            throw CognitoException.NotAuthorized("A client attempted to write unauthorized attribute");
        }
        return FromAdministrator(pool, attributes);
    }

    public static Dictionary<string, string> FromAdministrator(UserPoolOptions pool, IReadOnlyList<AttributeType>? attributes)
    {
        Dictionary<string, string> checkedAttributes = new(StringComparer.Ordinal);
        foreach (var (name, value) in attributes ?? [])
        {
            if (name is Sub) throw CognitoException.InvalidParameter("Cannot modify the non-mutable attribute sub");
            if (!Standard.Contains(name) && !(name.StartsWith("custom:", StringComparison.Ordinal) && pool.CustomAttributes.Contains(name["custom:".Length..], StringComparer.Ordinal)))
            {
                throw CognitoException.InvalidParameter($"Attributes did not conform to the schema: {name}: Attribute does not exist in schema.");
            }
            CheckFormat(name, value ?? "");
            checkedAttributes[name] = value ?? "";
        }

        return checkedAttributes;
    }

    public static void RequireMandatory(UserPoolOptions pool, Dictionary<string, string> attributes)
    {
        foreach (var name in pool.RequiredAttributes)
        {
            if (!attributes.TryGetValue(name, out var value) || value.Length == 0)
            {
                throw CognitoException.InvalidParameter($"Attributes did not conform to the schema: {name}: The attribute is required");
            }
        }
    }

    /// <exception cref="CognitoException"><c>InvalidParameterException</c> when a required attribute is among them.</exception>
    public static void RequireRemovable(UserPoolOptions pool, IEnumerable<string> names)
    {
        foreach (var name in names.Where(name => pool.RequiredAttributes.Contains(name, StringComparer.Ordinal)))
        {
            throw CognitoException.InvalidParameter($"Cannot delete the required attribute {name}");
        }
    }

    public static bool IsEmail(string value) => EmailPattern().IsMatch(value);

    public static bool IsPhoneNumber(string value) => PhonePattern().IsMatch(value);

    private static void CheckFormat(string name, string value)
    {
        if (value.Length == 0) return;
        if (name == Email && !IsEmail(value)) throw CognitoException.InvalidParameter("Invalid email address format.");
        if (name == PhoneNumber && !IsPhoneNumber(value)) throw CognitoException.InvalidParameter("Invalid phone number format.");
    }

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\.[^@\s.]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"\A\+[0-9]{7,15}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PhonePattern();
}
