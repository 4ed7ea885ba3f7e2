using System.Text;

namespace CognitoAuth.Application.Pipeline.RateLimits;

/// <summary>To Cognito, the case of a name does not matter.</summary>
internal static class CaseFolding
{
    /// <summary>The same text for all spellings of a name. Both ways, since some letters have two small forms and some two capitals; none of ASCII has.</summary>
    public static string Fold(string name) => Ascii.IsValid(name) ? name.ToLowerInvariant() : name.ToUpperInvariant().ToLowerInvariant();
}
