using CognitoAuth.LocalCognito.Protocol;

namespace CognitoAuth.LocalCognito.AuthFlows;

internal sealed class AdminUserPasswordAuth : IAuthFlow
{
    public string Name => "ADMIN_USER_PASSWORD_AUTH";

    /// <summary>Its name before 2019, which old clients still send.</summary>
    public string Alias => "ADMIN_NO_SRP_AUTH";

    public bool IsForAdministrators => true;

    public AuthenticationResponse Start(AuthFlowStart start) => PasswordSignIn.Start(start);
}
