using System.Diagnostics;
using System.Diagnostics.Metrics;
using CognitoAuth.Application;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.Audit;
using CognitoAuth.Application.Pipeline.Observability;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class LoggingBehaviorTests
{
    private static readonly CodeDelivery Sent = new("EMAIL", "j***@e***", "email");

    private readonly RecordedLogs _logs = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly IMeterFactory _meters = RecordedMetrics.NoMeters();

    [Fact]
    public async Task Success_is_logged_at_Debug_only()
    {
        (await Run(() => Sent)).Value.ShouldBe(Sent);

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Debug);
        line.Message.ShouldBe("ForgotPasswordCommand Succeeded in 12.3 ms");
    }

    [Theory]
    [InlineData("code_mismatch", LogLevel.Information, "Refused")]
    [InlineData("invalid_credentials", LogLevel.Information, "Refused")]
    [InlineData("rate_limited", LogLevel.Information, "Refused")]
    [InlineData("username_taken", LogLevel.Information, "Refused")]
    [InlineData("not_enabled", LogLevel.Warning, "Failed")]
    [InlineData("trigger_failed", LogLevel.Warning, "Failed")]
    [InlineData("upstream_throttled", LogLevel.Warning, "Failed")]
    [InlineData("upstream_timeout", LogLevel.Warning, "Failed")]
    [InlineData("misconfigured", LogLevel.Error, "Failed")]
    public async Task Error_is_logged_once_at_the_level_of_its_kind(string code, LogLevel level, string outcome)
    {
        await Run(() => TestData.Error(code).Because("the reason"));

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(level);
        line.Message.ShouldBe($"ForgotPasswordCommand {outcome} {code} (the reason) in 12.3 ms");
        line.Values["Flow"].ShouldBe("ForgotPasswordCommand");
        line.Values["Outcome"].ShouldBe(outcome);
        line.Values["ErrorCode"].ShouldBe(code);
        line.Values["ElapsedMs"].ShouldBe(12.3);
    }

    [Fact]
    public async Task Bug_is_logged_by_type_without_its_message()
    {
        await Should.ThrowAsync<InvalidOperationException>(Run(() => throw new InvalidOperationException("quotes the request")));

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Message.ShouldBe("ForgotPasswordCommand Faulted internal_error (InvalidOperationException) in 12.3 ms");
        _logs.Text.ShouldNotContain("quotes the request");
    }

    [Fact]
    public async Task Caller_who_disconnects_is_not_a_fault()
    {
        await Should.ThrowAsync<OperationCanceledException>(Run(() => throw new OperationCanceledException(), new CancellationToken(canceled: true)));

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Information);
        line.Values["Outcome"].ShouldBe("Abandoned");
    }

    [Fact]
    public async Task Cancellation_that_the_caller_did_not_request_is_a_fault()
    {
        await Should.ThrowAsync<OperationCanceledException>(Run(() => throw new OperationCanceledException()));

        _logs.Lines.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Error);
    }

    [Fact]
    public async Task Duration_is_measured_by_flow_outcome_and_code()
    {
        using var metrics = new RecordedMetrics(_meters);

        await Run(() => Sent);
        await Run(() => AuthErrors.CodeMismatch);
        await Run(() => AuthErrors.RateLimited.Because("SignInPerAccount"));
        await Should.ThrowAsync<InvalidOperationException>(Run(() => throw new InvalidOperationException()));

        metrics.Of("cognitoauth.flow.duration").ShouldBe(
        [
            "flow=ForgotPasswordCommand outcome=Succeeded code=-", "flow=ForgotPasswordCommand outcome=Refused code=code_mismatch",
            "flow=ForgotPasswordCommand outcome=Refused code=rate_limited", "flow=ForgotPasswordCommand outcome=Faulted code=internal_error",
        ]);
        metrics.All.Where(measured => measured.Instrument == "cognitoauth.flow.duration").ShouldAllBe(measured => measured.Value == 0.0123);
        metrics.Of("cognitoauth.rate_limit.rejections").ShouldBe(["flow=ForgotPasswordCommand limit=SignInPerAccount"]);
    }

    [Fact]
    public async Task Flow_has_a_span_with_its_outcome()
    {
        using var test = new Activity("test").Start();
        List<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            // Other tests also create traces.
            ActivityStopped = span => (span.TraceId == test.TraceId ? spans : []).Add(span),
        };
        ActivitySource.AddActivityListener(listener);

        await Run(() => AuthErrors.CodeMismatch);
        await Run(() => AuthErrors.TriggerFailed);

        spans.Select(span => (span.DisplayName, span.GetTagItem("outcome"), span.GetTagItem("code"), span.Status)).ShouldBe(
        [
            ("ForgotPasswordCommand", "Refused", "code_mismatch", ActivityStatusCode.Unset), ("ForgotPasswordCommand", "Failed", "trigger_failed", ActivityStatusCode.Error),
        ]);
    }

    [Fact]
    public void Metrics_without_a_listener_allocate_nothing()
    {
        var metrics = new FlowMetrics(_meters);
        metrics.Ended("GetSessionQuery", "Succeeded", error: null, TimeSpan.Zero);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var call = 0; call < 1_000; call++) metrics.Ended("GetSessionQuery", "Succeeded", error: null, TimeSpan.Zero);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private Task<Result<CodeDelivery>> Run(Func<Result<CodeDelivery>> handler, CancellationToken cancellationToken = default) => Run(ValidRequests.ForgotPassword(), handler, cancellationToken);

    private Task<Result<T>> Run<TRequest, T>(TRequest request, Func<Result<T>> handler, CancellationToken cancellationToken = default)
        where TRequest : IFlow<T>
    {
        var audit = new AuditLog(new LoggerFactory([_logs]), new Pseudonyms(new SecurityOptions()));
        var behavior = new LoggingBehavior<TRequest, Result<T>>(_logs.For<LoggingBehavior<TRequest, Result<T>>>(), _clock, new FlowMetrics(_meters), audit, new FlowContext(new FakeClientContext()));
        return behavior.Handle(
            request,
            cancellationToken,
            () =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(12.3));
                return Task.FromResult(handler());
            });
    }
}
