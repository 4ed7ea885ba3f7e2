namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// What Cognito counts requests by, for the whole account in a region (<c>docs/cognito.md#quotas</c>). The calls of a category share what keeps them from doing harm: a limit of calls in flight, a circuit breaker and a
/// retry budget. So whatever is slow, broken or busy in one category leaves the others alone.
/// </summary>
internal enum QuotaCategory
{
    /// <summary>Sign-in and its challenges.</summary>
    UserAuthentication,

    /// <summary>Sign-up and its confirmation.</summary>
    UserCreation,

    /// <summary>Everything that sets a password.</summary>
    UserAccountRecovery,

    /// <summary>Reads a user.</summary>
    UserRead,

    /// <summary>Changes or deletes a user.</summary>
    UserUpdate,

    /// <summary>Exchanges and revokes tokens. Where AWS counts the exchange is not documented; here it is kept apart from sign-in, so that sessions live on when nobody can sign in.</summary>
    UserToken,

    /// <summary>Reads what belongs to a user, and asks for codes again.</summary>
    UserResourceRead,

    /// <summary>Changes what belongs to a user: factors, devices.</summary>
    UserResourceUpdate,

    /// <summary>Gives machines their tokens.</summary>
    ClientAuthentication,
}

/// <summary>What is known of the categories.</summary>
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
