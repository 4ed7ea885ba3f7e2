using CognitoAuth.Application.Flows.Password;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class LoggingBehaviorTests
{
    private static readonly CodeDelivery Sent = new("EMAIL", "j***@e***", "email");

    private readonly RecordedLogs _logs = new();
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task Writes_one_line_for_a_success()
    {
        (await Run(() => Sent)).Value.ShouldBe(Sent);

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Information);
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
    public async Task Writes_one_line_for_an_error_as_loud_as_its_kind(string code, LogLevel level, string outcome)
    {
        await Run(() => Some.Error(code).Because("the reason"));

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(level);
        line.Message.ShouldBe($"ForgotPasswordCommand {outcome} {code} (the reason) in 12.3 ms");
        line.Values["Flow"].ShouldBe("ForgotPasswordCommand");
        line.Values["Outcome"].ShouldBe(outcome);
        line.Values["ErrorCode"].ShouldBe(code);
        line.Values["ElapsedMs"].ShouldBe(12.3);
    }

    [Fact]
    public async Task Names_the_type_of_a_bug_and_leaves_its_text_out()
    {
        await Should.ThrowAsync<InvalidOperationException>(Run(() => throw new InvalidOperationException("quotes the request")));

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Error);
        line.Message.ShouldBe("ForgotPasswordCommand Faulted internal_error (InvalidOperationException) in 12.3 ms");
        _logs.Text.ShouldNotContain("quotes the request");
    }

    [Fact]
    public async Task Does_not_call_a_caller_who_went_away_a_fault()
    {
        await Should.ThrowAsync<OperationCanceledException>(Run(() => throw new OperationCanceledException(), new CancellationToken(canceled: true)));

        var line = _logs.Lines.ShouldHaveSingleItem();
        line.Level.ShouldBe(LogLevel.Information);
        line.Values["Outcome"].ShouldBe("Abandoned");
    }

    [Fact]
    public async Task Calls_a_cancellation_that_the_caller_did_not_ask_for_a_fault()
    {
        await Should.ThrowAsync<OperationCanceledException>(Run(() => throw new OperationCanceledException()));

        _logs.Lines.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Error);
    }

    private Task<Result<CodeDelivery>> Run(Func<Result<CodeDelivery>> handler, CancellationToken cancellationToken = default)
    {
        var behavior = new LoggingBehavior<ForgotPasswordCommand, Result<CodeDelivery>>(_logs.For<LoggingBehavior<ForgotPasswordCommand, Result<CodeDelivery>>>(), _clock);
        return behavior.Handle(
            Commands.ForgotPassword(),
            cancellationToken,
            () =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(12.3));
                return Task.FromResult(handler());
            });
    }
}
