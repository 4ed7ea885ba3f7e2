namespace CognitoAuth.LocalCognito.Codes;

/// <summary>
/// The limits of <c>docs/cognito.md#attempt-limits-and-lockout</c>: calls of an operation per user and hour. Cognito counts per user and not per name,
/// so that unknown names have no limit. This reveals which users exist.
/// </summary>
internal sealed class AttemptLimits
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly Dictionary<string, Queue<DateTimeOffset>> _attempts = new(StringComparer.Ordinal);

    /// <summary>Counts one call. A refused call is not counted, so that it does not extend the wait.</summary>
    /// <exception cref="CognitoException"><c>LimitExceededException</c>.</exception>
    public void Count(string operation, DateTimeOffset now)
    {
        if (!_attempts.TryGetValue(operation, out var calls)) _attempts[operation] = calls = new Queue<DateTimeOffset>();
        while (calls.TryPeek(out var oldest) && now - oldest >= Window) calls.Dequeue();
        if (calls.Count >= PerHour(operation)) throw CognitoException.LimitExceeded();
        calls.Enqueue(now);
    }

    private static int PerHour(string operation) => operation switch
    {
        "ConfirmSignUp" => 15,
        "ResendConfirmationCode" => 5,
        "ForgotPassword" => 5,
        "ConfirmForgotPassword" => 5,
        "ChangePassword" => 5,
        "GetUserAttributeVerificationCode" => 5,
        "VerifyUserAttribute" => 15,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
