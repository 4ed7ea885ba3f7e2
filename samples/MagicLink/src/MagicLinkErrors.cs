using CognitoAuth.Domain;

namespace MagicLink;

/// <summary>The errors of our own.</summary>
public static class MagicLinkErrors
{
    /// <summary>It may be told: whoever was sent no link gets it for every name.</summary>
    public static AuthError Invalid { get; } = new("magic_link_invalid", ErrorKind.Unauthenticated, "The link was used or is no longer valid. Ask for a new one.") { IsAlikeForEveryName = true };
}
