namespace CognitoAuth.LocalCognito.Codes;

/// <summary>
/// Five wrong passwords lock the user for a second, and each further one for twice as long, up to about 15 minutes (<c>docs/cognito.md#attempt-limits-and-lockout</c>).
/// Attempts during a lock are refused without verifying the password, and do not extend the lock.
/// </summary>
internal sealed class PasswordLockout
{
    private const int FreeFailures = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    private int _failures;
    private DateTimeOffset _lockedUntil = DateTimeOffset.MinValue;
    private DateTimeOffset _lastTry = DateTimeOffset.MinValue;

    /// <exception cref="CognitoException"><c>NotAuthorizedException: Password attempts exceeded</c> while locked.</exception>
    public void RequireUnlocked(DateTimeOffset now)
    {
        if (now - _lastTry >= Longest && now >= _lockedUntil) _failures = 0;
        _lastTry = now;
        if (now < _lockedUntil) throw CognitoException.NotAuthorized("Password attempts exceeded");
    }

    public void Fail(DateTimeOffset now)
    {
        _failures++;
        if (_failures >= FreeFailures)
        {
            // 2^10 seconds already exceed the maximum. The bound prevents an overflow of the shift.
            _lockedUntil = now + TimeSpan.FromSeconds(Math.Min(1 << Math.Min(_failures - FreeFailures, 10), (int)Longest.TotalSeconds));
        }
    }

    public void Reset() => _failures = 0;
}
