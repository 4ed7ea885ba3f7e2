namespace CognitoAuth.LocalCognito.AuthFlows;

internal sealed class UserSrpAuth : IAuthFlow
{
    public string Name => "USER_SRP_AUTH";

    public AuthenticationResponse Start(AuthFlowStart start)
    {
        var username = start.Require("USERNAME");
        var clientPublic = start.Require("SRP_A");
        return PasswordVerifier.OpenWithoutSession(start.Identify(username), clientPublic);
    }
}
