using System.Diagnostics;
using CognitoAuth.Application.Pipeline.Observability;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Resilience;

public sealed class CognitoMetricsTests
{
    [Fact]
    public async Task Metrics_count_attempts_by_operation_and_outcome_and_repeats()
    {
        await using var upstream = await GatewayUnderTest.Start(CognitoResponses.Throttled, CognitoResponses.Ok("""{"Username":"jane","UserAttributes":[]}"""));
        using var metrics = new RecordedMetrics(upstream.Meters);

        (await upstream.Gateway.GetUser(new Secret("access-1"), default)).Error.ShouldBeNull();

        metrics.Of("cognitoauth.upstream.attempt.duration").ShouldBe(["operation=GetUser attempt=1 outcome=throttled", "operation=GetUser attempt=2 outcome=succeeded"]);
        metrics.Of("cognitoauth.upstream.retries").ShouldBe(["operation=GetUser"]);
    }

    [Theory]
    [InlineData("NotAuthorizedException", "Incorrect username or password.", 0)]
    [InlineData("NotAuthorizedException", "Password attempts exceeded", 0)]
    [InlineData("NotAuthorizedException", "A reason of next year.", 1)]
    [InlineData("ExceptionOfNextYear", "A reason of next year.", 1)]
    [InlineData("ThrottlingException", "Rate exceeded", 0)]
    public async Task Metrics_count_errors_that_the_error_table_does_not_know(string type, string message, int expected)
    {
        await using var upstream = await GatewayUnderTest.Start(CognitoResponses.Error(type, message));
        using var metrics = new RecordedMetrics(upstream.Meters);

        await upstream.Gateway.GetUser(new Secret("access-1"), default);

        metrics.Of("cognitoauth.upstream.unknown_errors").Count.ShouldBe(expected);
    }

    [Fact]
    public async Task Metrics_show_an_open_breaker_and_the_calls_that_it_refuses()
    {
        await using var upstream = GatewayUnderTest.Nowhere();
        using var metrics = new RecordedMetrics(upstream.Meters);
        await upstream.Gateway.GetUser(new Secret("access-1"), default);
        metrics.Gauges("cognitoauth.upstream.breaker.state").ShouldAllBe(state => state.Value == 0);

        // One attempt for each call, and ten repeats in total; the breaker opens after twenty.
        for (var call = 0; call < 20; call++) await upstream.Gateway.GetUser(new Secret("access-1"), default);

        metrics.Gauges("cognitoauth.upstream.breaker.state").Where(state => state.Value == 2).ShouldHaveSingleItem();
        metrics.Of("cognitoauth.upstream.shed").ShouldContain("operation=GetUser reason=circuit_open");
    }

    [Fact]
    public async Task Spans_name_the_operation_its_attempts_and_the_fault()
    {
        await using var upstream = GatewayUnderTest.Nowhere();
        using var test = new Activity("test").Start();
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            // Other tests have their own traces.
            ActivityStopped = span => (span.TraceId == test.TraceId ? spans : []).Add(span),
        };
        ActivitySource.AddActivityListener(listener);

        (await upstream.Gateway.GetUser(new Secret("access-1"), default)).Error.ShouldNotBeNull();

        spans.SkipLast(1).Select(attempt => $"{attempt.DisplayName} {attempt.GetTagItem("attempt")} {attempt.GetTagItem("outcome")} of {attempt.ParentSpanId == spans[^1].SpanId}")
            .ShouldBe(["attempt 1 not_sent of True", "attempt 2 not_sent of True", "attempt 3 not_sent of True"]);
        var span = spans[^1];
        (span.DisplayName, span.Kind, span.Status).ShouldBe(("GetUser", ActivityKind.Client, ActivityStatusCode.Error));
        span.GetTagItem("attempts").ShouldBe(3);
        span.GetTagItem("error.type").ShouldBe("HttpRequestException");
    }
}
