using CognitoAuth.LocalCognito.Operations.Devices;

namespace CognitoAuth.LocalCognito.Operations.Admin;

/// <summary>The request of most administrative operations.</summary>
internal sealed record AdminUserRequest(string UserPoolId, string Username);

internal static class AdminLookup
{
    /// <summary>Finds the user. Administrators see in every existence mode whether a user exists.</summary>
    /// <exception cref="Protocol.CognitoException"><c>ResourceNotFoundException</c> for another pool; <c>UserNotFoundException</c>.</exception>
    public static LocalUser RequireUser(this LocalUserPool pool, string userPoolId, string username)
    {
        pool.RequireId(userPoolId);
        return pool.RequireUser(username);
    }
}

/// <summary>A user's device.</summary>
internal sealed record AdminDeviceRequest(string UserPoolId, string Username, string DeviceKey);

internal static class AdminDevices
{
    public static UserDevices Of(LocalUserPool pool, string userPoolId, string username)
    {
        var user = pool.RequireUser(userPoolId, username);
        DeviceTracking.RequireOn(pool);
        return user.Devices;
    }
}
