namespace CognitoAuth.LocalCognito.Users;

/// <summary>The second factors of a user, by their challenge names.</summary>
internal sealed class MfaSettings
{
    public SortedSet<string> Enabled { get; } = new(StringComparer.Ordinal);

    /// <summary>The preferred factor when several are enabled.</summary>
    public string? Preferred { get; private set; }

    /// <summary>The verified authenticator app.</summary>
    public SoftwareToken? SoftwareToken { get; set; }

    /// <summary>A secret that the signed-in user received and has not verified yet.</summary>
    public string? PendingSecret { get; set; }

    /// <summary>Whether a passkey with user verification counts as both factors. It is not a second factor itself, and responses do not list it.</summary>
    public bool IsPasskeyEnough { get; set; }

    /// <summary>The enabled factors for a response: null when there are none.</summary>
    public IReadOnlyList<string>? WireList => Enabled.Count > 0 ? [.. Enabled] : null;

    public void Enable(string factor, bool isPreferred)
    {
        Enabled.Add(factor);
        if (isPreferred) Preferred = factor;
        else if (Preferred == factor) Preferred = null;
    }

    public void Disable(string factor)
    {
        Enabled.Remove(factor);
        if (Preferred == factor) Preferred = null;
    }
}
