using CognitoAuth.Domain;

namespace MagicLink;

/// <summary>The errors of this host's flows.</summary>
public static class MagicLinkErrors
{
    /// <summary>The same for every account: anyone without a link gets it.</summary>
    public static AuthError Invalid { get; } = new("magic_link_invalid", ErrorKind.Unauthenticated, "The link was used or is no longer valid. Ask for a new one.") { Disclosure = Disclosure.Anyone };
}
