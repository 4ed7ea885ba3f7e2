using CognitoAuth.Domain;

namespace CognitoAuth.Application.Ports;

public partial interface ICognitoGateway
{
    /// <summary><c>SetUserMFAPreference</c>: turns second factors on or off, and says which is asked for first.</summary>
    /// <returns><see cref="AuthErrors.MfaNotConfigured"/> when a factor to turn on is not set up.</returns>
    Task<Result<Success>> SetUserMFAPreference(Secret accessToken, MfaPreferences preferences, CancellationToken cancellationToken);
}
