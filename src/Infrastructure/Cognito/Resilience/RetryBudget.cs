namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>
/// Limits repeats to a tenth of the calls, so that a Cognito in trouble gets at most a tenth more calls. Some repeats are saved up for quiet times, when a tenth of the calls is less than one.
/// </summary>
internal sealed class RetryBudget(TimeProvider time)
{
    /// <summary>The most repeats that are saved up.</summary>
    public const int Savings = 10;

    /// <summary>The part of a repeat that a call adds.</summary>
    public const double PerCall = 0.1;

    /// <summary>How long it takes without calls to save up one repeat.</summary>
    public static readonly TimeSpan SavingTime = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private double _left = Savings;
    private long _countedAt = time.GetTimestamp();

    /// <summary>Counts a call.</summary>
    public void Count()
    {
        lock (_gate) _left = Math.Min(_left + PerCall, Savings);
    }

    /// <summary>Takes a repeat from the budget, if one is left.</summary>
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
