namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// The categories by which Cognito counts the requests of an account in a region (<c>docs/cognito.md#quotas</c>). The calls of a category share a limit of calls in flight, a circuit breaker and a retry
/// budget, so trouble in one category does not affect the others.
/// </summary>
internal enum QuotaCategory
{
    /// <summary>Sign-in and its challenges.</summary>
    UserAuthentication,

    /// <summary>Sign-up and its confirmation.</summary>
    UserCreation,

    /// <summary>Operations that set a password.</summary>
    UserAccountRecovery,

    /// <summary>Reads a user.</summary>
    UserRead,

    /// <summary>Changes or deletes a user.</summary>
    UserUpdate,

    /// <summary>Exchanges and revokes tokens. Where AWS counts the exchange is not documented; here it is separate from sign-in, so that sessions continue when nobody can sign in.</summary>
    UserToken,

    /// <summary>Reads what belongs to a user, and sends codes again.</summary>
    UserResourceRead,

    /// <summary>Changes what belongs to a user: factors, devices.</summary>
    UserResourceUpdate,

    /// <summary>Issues tokens to machines.</summary>
    ClientAuthentication,
}

/// <summary>The default quotas.</summary>
internal static class QuotaCategories
{
    /// <summary>The default quota, in requests a second.</summary>
    public static int DefaultQuota(this QuotaCategory category) => category switch
    {
        QuotaCategory.ClientAuthentication => 150,
        QuotaCategory.UserAuthentication or QuotaCategory.UserRead or QuotaCategory.UserToken => 120,
        QuotaCategory.UserCreation or QuotaCategory.UserResourceRead => 50,
        QuotaCategory.UserAccountRecovery => 30,
        QuotaCategory.UserUpdate or QuotaCategory.UserResourceUpdate => 25,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, message: null),
    };
}
