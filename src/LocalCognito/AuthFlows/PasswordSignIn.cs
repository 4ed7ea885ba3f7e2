namespace CognitoAuth.LocalCognito.AuthFlows;

/// <summary>A sign-in with user name and plain password, shared by the user and the administrator flow.</summary>
internal static class PasswordSignIn
{
    public static AuthenticationResponse Start(AuthFlowStart start)
    {
        var username = start.Require("USERNAME");
        var password = start.Require("PASSWORD");
        return PasswordProof.Answer(start.Identify(username, password), password);
    }
}
