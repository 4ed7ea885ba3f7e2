namespace CognitoAuth.Domain;

/// <summary>Who sets an authenticator (TOTP) up: Cognito takes an access token or a session, and not both.</summary>
public abstract record TotpOwner
{
    private TotpOwner()
    {
    }

    /// <summary>A user who is signed in.</summary>
    /// <param name="AccessToken">With the scope <c>aws.cognito.signin.user.admin</c>.</param>
    public sealed record SignedIn(Secret AccessToken) : TotpOwner;

    /// <summary>A user who must set one up to finish signing in.</summary>
    /// <param name="Session">Of the <c>MFA_SETUP</c> challenge, or of the step before.</param>
    public sealed record SigningIn(Secret Session) : TotpOwner;
}
