namespace CognitoAuth.Domain;

/// <summary>The user who sets up an authenticator (TOTP): Cognito accepts either an access token or a session.</summary>
public abstract record TotpOwner
{
    private TotpOwner()
    {
    }

    /// <summary>A user who is signed in.</summary>
    /// <param name="AccessToken">With the scope <c>aws.cognito.signin.user.admin</c>.</param>
    public sealed record SignedIn(Secret AccessToken) : TotpOwner;

    /// <summary>A user who must set one up to complete a sign-in.</summary>
    /// <param name="Session">From the <c>MFA_SETUP</c> challenge, or from the previous step.</param>
    public sealed record SigningIn(Secret Session) : TotpOwner;
}
