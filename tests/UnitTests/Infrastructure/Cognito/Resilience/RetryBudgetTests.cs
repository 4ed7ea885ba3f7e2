using CognitoAuth.Infrastructure.Cognito.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Resilience;

public sealed class RetryBudgetTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void A_new_budget_allows_a_few_repeats()
    {
        var budget = new RetryBudget(_time);

        Take(budget, 100).ShouldBe(RetryBudget.Savings);
    }

    [Fact]
    public void A_budget_under_load_allows_one_repeat_for_ten_calls()
    {
        var budget = new RetryBudget(_time);
        var repeats = 0;
        for (var call = 0; call < 10_000; call++)
        {
            budget.Count();
            // Each call asks for two repeats.
            repeats += Take(budget, 2);
        }

        repeats.ShouldBeInRange(1_000, 1_000 + RetryBudget.Savings);
    }

    [Fact]
    public void A_budget_saves_up_repeats_in_quiet_times_up_to_a_bound()
    {
        var budget = new RetryBudget(_time);
        Take(budget, 100);

        _time.Advance(RetryBudget.SavingTime - TimeSpan.FromMilliseconds(1));
        Take(budget, 100).ShouldBe(0);
        _time.Advance(TimeSpan.FromMilliseconds(2));
        Take(budget, 100).ShouldBe(1);

        _time.Advance(TimeSpan.FromDays(1));
        for (var call = 0; call < 1_000; call++) budget.Count();
        Take(budget, 100).ShouldBe(RetryBudget.Savings);
    }

    private static int Take(RetryBudget budget, int times) => Enumerable.Range(0, times).Count(_ => budget.TryTake());
}
