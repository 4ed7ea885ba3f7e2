using CognitoAuth.LocalCognito.Challenges;
using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.LocalCognito.AuthFlows;

/// <summary>User name and password in clear, the same for users and for administrators.</summary>
internal static class PasswordSignIn
{
    public static AuthenticationResponse Start(AuthFlowStart start)
    {
        var username = start.Require("USERNAME");
        var password = start.Require("PASSWORD");
        return PasswordProof.Answer(start.Identify(username, password), password);
    }
}
