using CognitoAuth.Infrastructure.Cognito;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

public sealed class CognitoResilienceTests
{
    // Facts 1.8: after what surely was not done every class may be sent again; after what may have been done only what is harmless.
    [Fact]
    public void Repeats_by_class_and_fault_as_the_table_says()
    {
        var harmless = new[] { RetryClass.Read, RetryClass.Set, RetryClass.Gone, RetryClass.New };
        foreach (var retryClass in Enum.GetValues<RetryClass>())
        {
            var mayRepeat = Enum.GetValues<UpstreamFault>().Where(fault => CognitoResilience.MayRepeat(retryClass, fault));
            mayRepeat.ShouldBe(
                harmless.Contains(retryClass)
                    ? [UpstreamFault.Throttled, UpstreamFault.NotSent, UpstreamFault.TimedOut, UpstreamFault.Broken, UpstreamFault.Garbled]
                    : [UpstreamFault.Throttled, UpstreamFault.NotSent],
                $"class {retryClass}");
        }
    }

    [Fact]
    public async Task Has_a_pipeline_for_every_class()
    {
        var resilience = new CognitoResilience(TimeProvider.System);
        foreach (var retryClass in Enum.GetValues<RetryClass>()) (await resilience.For(retryClass).ExecuteAsync(_ => ValueTask.FromResult(7))).ShouldBe(7);
    }

    [Fact]
    public async Task Stops_asking_a_broken_Cognito_and_says_so_at_once()
    {
        var pipeline = new CognitoResilience(TimeProvider.System).For(RetryClass.Once);
        var asked = 0;
        for (var call = 0; call < 20; call++) await Should.ThrowAsync<IOException>(async () => await Ask());

        await Should.ThrowAsync<Polly.CircuitBreaker.BrokenCircuitException>(async () => await Ask());
        asked.ShouldBe(20);

        ValueTask<int> Ask() => pipeline.ExecuteAsync<int>(_ =>
        {
            asked++;
            throw new IOException("the connection broke");
        });
    }

    [Fact]
    public async Task Does_not_take_refusals_and_throttling_for_a_broken_Cognito()
    {
        var pipeline = new CognitoResilience(TimeProvider.System).For(RetryClass.Once);
        for (var call = 0; call < 50; call++)
        {
            await Should.ThrowAsync<Amazon.CognitoIdentityProvider.Model.NotAuthorizedException>(
                async () => await pipeline.ExecuteAsync<int>(_ => throw new Amazon.CognitoIdentityProvider.Model.NotAuthorizedException("Incorrect username or password.")));
        }

        (await pipeline.ExecuteAsync(_ => ValueTask.FromResult(7))).ShouldBe(7);
    }

    [Fact]
    public async Task Keeps_the_breakers_of_two_classes_apart()
    {
        var resilience = new CognitoResilience(TimeProvider.System);
        for (var call = 0; call < 20; call++) await Should.ThrowAsync<IOException>(async () => await resilience.For(RetryClass.Once).ExecuteAsync<int>(_ => throw new IOException("…")));

        (await resilience.For(RetryClass.Login).ExecuteAsync(_ => ValueTask.FromResult(7))).ShouldBe(7);
    }
}
