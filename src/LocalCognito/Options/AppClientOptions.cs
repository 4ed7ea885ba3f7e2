namespace CognitoAuth.LocalCognito.Options;

/// <summary>The settings of an app client, by their Cognito names.</summary>
public sealed class AppClientOptions
{
    /// <summary>The client's id, 1 to 128 word characters.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client has a secret. It is generated when <see cref="ClientSecrets"/> is empty.</summary>
    public bool GenerateSecret { get; set; } = true;

    /// <summary>The active secrets: one, or two during a rotation.</summary>
    public IList<string> ClientSecrets { get; set; } = [];

    /// <summary>Allowed flows, such as <c>ALLOW_USER_PASSWORD_AUTH</c>. Empty: every flow of this pool.</summary>
    public IList<string> ExplicitAuthFlows { get; set; } = [];

    /// <summary>The scopes of a machine client, as <c>resource-server/scope</c>. Its only flow is <c>ALLOW_CLIENT_TOKEN_AUTH</c>, and it gets its own tokens in exchange for its secret.</summary>
    public IList<string> AllowedOAuthScopes { get; set; } = [];

    /// <summary>Whether responses reveal that a user does not exist (<c>docs/cognito.md#user-existence</c>).</summary>
    public ExistenceErrors PreventUserExistenceErrors { get; set; } = ExistenceErrors.Enabled;

    /// <summary>Lifetime of access tokens, 5 minutes to a day.</summary>
    public TimeSpan AccessTokenValidity { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Lifetime of ID tokens, 5 minutes to a day.</summary>
    public TimeSpan IdTokenValidity { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Lifetime of a session's refresh tokens, 1 hour to 10 years from the sign-in.</summary>
    public TimeSpan RefreshTokenValidity { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Time to answer a challenge, 3 to 15 minutes.</summary>
    public TimeSpan AuthSessionValidity { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Tokens have <c>origin_jti</c> and <c>jti</c>, and <c>RevokeToken</c> works.</summary>
    public bool EnableTokenRevocation { get; set; } = true;

    /// <summary>Every refresh replaces the refresh token.</summary>
    public bool RefreshTokenRotation { get; set; }

    /// <summary>How long a replaced refresh token still works, 0 to 60 seconds.</summary>
    public int RetryGracePeriodSeconds { get; set; }
}

/// <summary>The client setting <c>PreventUserExistenceErrors</c>.</summary>
public enum ExistenceErrors
{
    /// <summary>Responses reveal that a user does not exist.</summary>
    Legacy,

    /// <summary>Responses are the same for missing and existing users.</summary>
    Enabled,
}
