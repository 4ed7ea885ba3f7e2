using CognitoAuth.LocalCognito.Clients;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.LocalCognito.Challenges;

/// <summary>What comes after a proven factor: the next challenge, or tokens. The order of challenges is read here.</summary>
internal static class SignInSteps
{
    public static AuthenticationResponse Next(LocalUserPool pool, LocalUser user, AppClient client) => user.Status switch
    {
        UserStatus.ForceChangePassword => NewPasswordRequired.Open(pool, user, client),
        _ => AuthenticationResponse.Tokens(pool.Tokens.SignIn(user, client)),
    };
}
