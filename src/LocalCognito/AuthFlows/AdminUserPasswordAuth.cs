namespace CognitoAuth.LocalCognito.AuthFlows;

internal sealed class AdminUserPasswordAuth : IAuthFlow
{
    public string Name => "ADMIN_USER_PASSWORD_AUTH";

    /// <summary>The flow's name before 2019. Old clients still send it.</summary>
    public string Alias => "ADMIN_NO_SRP_AUTH";

    public bool IsForAdministrators => true;

    public AuthenticationResponse Start(AuthFlowStart start) => PasswordSignIn.Start(start);
}
