namespace CognitoAuth.Application;

/// <summary>What the flows must know of how the user pool is set up.</summary>
/// <param name="RefreshTokenLifetime">How long refresh tokens live: so long a session that Cognito did not end itself must be remembered as ended.</param>
/// <param name="HasAdminApi">Whether IAM credentials are there for the calls that need them.</param>
public sealed record UserPoolSettings(TimeSpan RefreshTokenLifetime, bool HasAdminApi)
{
    /// <summary>The longest life that Cognito gives an access token: so long a session that Cognito ended must be remembered as ended.</summary>
    public static readonly TimeSpan LongestAccessTokenLifetime = TimeSpan.FromHours(24);
}
