namespace CognitoAuth.LocalCognito.Users;

/// <summary>The state of an account (<c>docs/cognito.md#user-status</c>), without the states of federation.</summary>
public enum UserStatus
{
    /// <summary>Signed up, not confirmed.</summary>
    Unconfirmed,

    /// <summary>In use.</summary>
    Confirmed,

    /// <summary>An administrator requires a new password.</summary>
    ResetRequired,

    /// <summary>The password is temporary: the first sign-in replaces it.</summary>
    ForceChangePassword,
}

internal static class UserStatusNames
{
    public static string WireName(this UserStatus status) => status switch
    {
        UserStatus.Unconfirmed => "UNCONFIRMED",
        UserStatus.Confirmed => "CONFIRMED",
        UserStatus.ResetRequired => "RESET_REQUIRED",
        UserStatus.ForceChangePassword => "FORCE_CHANGE_PASSWORD",
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };
}
