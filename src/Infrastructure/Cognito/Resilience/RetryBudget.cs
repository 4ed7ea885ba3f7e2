namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// How often calls may be sent again: once for every ten calls, so that a Cognito in trouble gets at most a tenth more of them. Some are saved up for quiet times, when a tenth of the calls is none.
/// </summary>
internal sealed class RetryBudget(TimeProvider time)
{
    /// <summary>The most that is saved up.</summary>
    public const int Savings = 10;

    /// <summary>What a call adds.</summary>
    public const double PerCall = 0.1;

    /// <summary>How long it takes to save up one without any calls.</summary>
    public static readonly TimeSpan SavingTime = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private double _left = Savings;
    private long _countedAt = time.GetTimestamp();

    /// <summary>Counts a call.</summary>
    public void Count()
    {
        lock (_gate) _left = Math.Min(_left + PerCall, Savings);
    }

    /// <summary>Takes one repeat out of the budget, if there is one.</summary>
    public bool TryTake()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _left = Math.Min(_left + (time.GetElapsedTime(_countedAt, now) / SavingTime), Savings);
            _countedAt = now;
            if (_left < 1) return false;

            _left--;
            return true;
        }
    }
}
