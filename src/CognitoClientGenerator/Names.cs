using System.Text;

namespace CognitoAuth.CognitoClientGenerator;

/// <summary>Names in the form of AWS: the first letter upper case, the rest unchanged.</summary>
internal static class Names
{
    public static string Upper(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name of an enumeration's value: <c>Not_remembered</c>; characters that are not allowed in an identifier are removed: <c>t1.micro</c> becomes <c>T1Micro</c>.</summary>
    public static string OfValue(string value)
    {
        var name = new StringBuilder();
        var startsPart = true;
        foreach (var character in value)
        {
            if (IsLetterOrUnderscore(character) || IsDigit(character)) name.Append(startsPart ? char.ToUpperInvariant(character) : character);
            startsPart = !IsLetterOrUnderscore(character) && !IsDigit(character);
        }

        return name.Length > 0 && IsDigit(name[0]) ? "_" + name : name.ToString();
    }

    public static bool IsIdentifier(string name) => name.Length > 0 && IsLetterOrUnderscore(name[0]) && name.All(character => IsLetterOrUnderscore(character) || IsDigit(character));

    /// <summary>The name in words: <c>UserMFASettingList</c> is "User MFA setting list".</summary>
    public static string InWords(string name)
    {
        var words = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var (before, character, after) = (index > 0 ? name[index - 1] : ' ', name[index], index + 1 < name.Length ? name[index + 1] : ' ');
            var startsWord = char.IsUpper(character) && index > 0 && (!char.IsUpper(before) || char.IsLower(after));
            if (startsWord) words.Append(' ');
            // An abbreviation keeps its letters: MFA.
            words.Append(startsWord && !char.IsUpper(after) ? char.ToLowerInvariant(character) : character);
        }

        return Upper(words.ToString());
    }

    public static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    private static bool IsLetterOrUnderscore(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(char character) => character is >= '0' and <= '9';
}
