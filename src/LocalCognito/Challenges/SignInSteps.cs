using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Triggers;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>What comes after a proven factor: the next challenge, or tokens. The order of challenges is read here.</summary>
internal static class SignInSteps
{
    /// <summary>After the password, whichever way it was proven.</summary>
    public static AuthenticationResponse AfterPassword(SignInAttempt attempt) => attempt.User.Status switch
    {
        UserStatus.ForceChangePassword => NewPasswordRequired.Open(attempt),
        _ => AfterFirstFactor(attempt),
    };

    public static AuthenticationResponse AfterFirstFactor(SignInAttempt attempt) => SecondFactors.Challenge(attempt) ?? Finish(attempt);

    public static AuthenticationResponse Finish(SignInAttempt attempt)
    {
        var pool = attempt.Pool;
        TriggerCall.Run("PostAuthentication", pool.Triggers.PostAuthentication, new PostAuthenticationRequest(attempt.Context("PostAuthentication_Authentication")));
        var customization = pool.Tokens.Customize(attempt.TokenTriggerSource, attempt.User, attempt.Client, attempt.ClientMetadata);
        return AuthenticationResponse.Tokens(pool.Tokens.SignIn(attempt.User, attempt.Client, customization));
    }
}
