namespace CognitoAuth.LocalCognito.AuthFlows;

internal sealed class UserPasswordAuth : IAuthFlow
{
    public string Name => "USER_PASSWORD_AUTH";

    public AuthenticationResponse Start(AuthFlowStart start) => PasswordSignIn.Start(start);
}
