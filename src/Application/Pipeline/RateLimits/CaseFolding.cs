using System.Text;

namespace CognitoAuth.Application.Pipeline.RateLimits;

/// <summary>Cognito compares names without regard to case.</summary>
internal static class CaseFolding
{
    /// <summary>The same text for all spellings of a name. It converts to upper and then to lower case, since some letters have two lower-case forms and some two upper-case forms; none in ASCII has.</summary>
    public static string Fold(string name) => Ascii.IsValid(name) ? name.ToLowerInvariant() : name.ToUpperInvariant().ToLowerInvariant();
}
