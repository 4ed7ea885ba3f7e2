using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Operations.Devices;

/// <summary>What the operations on devices share.</summary>
internal static class DeviceTracking
{
    /// <exception cref="CognitoException"><c>InvalidUserPoolConfigurationException</c> in pools that do not track devices.</exception>
    public static DeviceConfigurationOptions RequireOn(LocalUserPool pool) =>
        pool.Options.DeviceConfiguration ?? throw new CognitoException("InvalidUserPoolConfigurationException", "Device tracking is not configured for the user pool.");

    /// <summary>The devices of the caller.</summary>
    /// <exception cref="CognitoException"><c>InvalidParameterException</c> for a missing token, which the model does not require; also the exceptions of <see cref="RequireOn"/>.</exception>
    public static UserDevices OfCaller(LocalUserPool pool, string? accessToken)
    {
        var user = pool.AccessTokens.Require(accessToken ?? throw CognitoException.MissingParameter("AccessToken"));
        RequireOn(pool);
        return user.Devices;
    }

    /// <summary>Sets whether the device is remembered. Without a status it does not change.</summary>
    /// <exception cref="CognitoException"><c>ResourceNotFoundException</c> for another user's device.</exception>
    public static void SetStatus(LocalUserPool pool, UserDevices devices, string key, string? status)
    {
        var device = devices.Require(key);
        if (status is not null) device.Remember(status == "remembered", pool.Now);
    }

    /// <summary>Removes a device. Its sessions can no longer be refreshed, because they are bound to it.</summary>
    /// <exception cref="CognitoException"><c>ResourceNotFoundException</c> for another user's device.</exception>
    public static void Forget(UserDevices devices, string key) => devices.Remove(devices.Require(key).Key);
}
