namespace CognitoAuth.LocalCognito.Options;

/// <summary>The settings of an app client, by their Cognito names.</summary>
public sealed class AppClientOptions
{
    /// <summary>The client's id, 1 to 128 word characters.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The client has a secret; a fresh one is made when <see cref="ClientSecrets"/> is empty.</summary>
    public bool GenerateSecret { get; set; } = true;

    /// <summary>The active secrets: one, or two while one replaces the other.</summary>
    public IList<string> ClientSecrets { get; set; } = [];

    /// <summary>Allowed flows, such as <c>ALLOW_USER_PASSWORD_AUTH</c>. Empty: every flow that this pool has.</summary>
    public IList<string> ExplicitAuthFlows { get; set; } = [];

    /// <summary>The scopes of a machine's client, <c>resource-server/scope</c>: it has <c>ALLOW_CLIENT_TOKEN_AUTH</c> for its only flow, and gets tokens of its own for its secret.</summary>
    public IList<string> AllowedOAuthScopes { get; set; } = [];

    /// <summary>Whether answers tell that a user does not exist (<c>docs/cognito.md#user-existence</c>).</summary>
    public ExistenceErrors PreventUserExistenceErrors { get; set; } = ExistenceErrors.Enabled;

    /// <summary>Lifetime of access tokens, 5 minutes to a day.</summary>
    public TimeSpan AccessTokenValidity { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Lifetime of ID tokens, 5 minutes to a day.</summary>
    public TimeSpan IdTokenValidity { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Lifetime of a session's refresh tokens, 1 hour to 10 years, counted from the sign-in.</summary>
    public TimeSpan RefreshTokenValidity { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a challenge may be answered, 3 to 15 minutes.</summary>
    public TimeSpan AuthSessionValidity { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Tokens carry <c>origin_jti</c> and <c>jti</c>, and <c>RevokeToken</c> works.</summary>
    public bool EnableTokenRevocation { get; set; } = true;

    /// <summary>Every refresh replaces the refresh token.</summary>
    public bool RefreshTokenRotation { get; set; }

    /// <summary>Seconds, 0 to 60, for which a replaced refresh token still works.</summary>
    public int RetryGracePeriodSeconds { get; set; }
}

/// <summary>The client setting <c>PreventUserExistenceErrors</c>.</summary>
public enum ExistenceErrors
{
    /// <summary>Answers tell that a user does not exist.</summary>
    Legacy,

    /// <summary>Answers for a missing user look like those for an existing one.</summary>
    Enabled,
}
