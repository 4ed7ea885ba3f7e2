namespace CognitoAuth.LocalCognito.Users;

/// <summary>The second factors of a user, by their challenge names.</summary>
internal sealed class MfaSettings
{
    public SortedSet<string> Enabled { get; } = new(StringComparer.Ordinal);

    /// <summary>The one to ask for when several are enabled.</summary>
    public string? Preferred { get; private set; }

    /// <summary>The authenticator app that proved its secret.</summary>
    public SoftwareToken? SoftwareToken { get; set; }

    /// <summary>A secret that was handed out to the signed-in user and not proven yet.</summary>
    public string? PendingSecret { get; set; }

    /// <summary>A passkey with user verification stands for both factors. It is no second factor itself, and answers do not list it.</summary>
    public bool IsPasskeyEnough { get; set; }

    /// <summary>The enabled factors as answers list them: absent when there are none.</summary>
    public IReadOnlyList<string>? WireList => Enabled.Count > 0 ? [.. Enabled] : null;

    public void Enable(string factor, bool isPreferred)
    {
        Enabled.Add(factor);
        if (isPreferred)
            Preferred = factor;
        else if (Preferred == factor)
            Preferred = null;
    }

    public void Disable(string factor)
    {
        Enabled.Remove(factor);
        if (Preferred == factor)
            Preferred = null;
    }
}
