using CognitoAuth.Application;
using CognitoAuth.Application.Flows;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Application.Flows;

/// <summary>The response to a request for a code does not wait for the message.</summary>
public sealed class CodeSendingTests
{
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly CodeDelivery FromTheName = new("EMAIL", "j***@e***", "email");
    private static readonly CodeDelivery FromThePool = new("SMS", "+*******1234", "phone_number");

    private readonly FakeTimeProvider _clock = new();
    private readonly FakeBackgroundFlows _background = new();
    private readonly RecordedLogs _logs = new();
    private readonly TaskCompletionSource<Result<CodeDelivery>> _sending = new();

    [Fact]
    public async Task Response_is_ready_before_the_floor_even_if_the_code_was_not_sent()
    {
        var answer = Answer();
        answer.IsCompleted.ShouldBeFalse();

        _clock.Advance(Floor * 0.9);
        (await answer.WaitAsync(Patience)).Value.ShouldBe(FromTheName);
    }

    [Fact]
    public async Task Unfinished_sending_continues_in_the_background_and_its_failure_is_logged()
    {
        var answer = Answer();
        _clock.Advance(Floor);
        await answer.WaitAsync(Patience);
        var unfinished = _background.Unfinished.ShouldHaveSingleItem();
        unfinished.IsCompleted.ShouldBeFalse();

        _sending.SetResult(AuthErrors.UpstreamTimeout.Because("a reason"));
        await unfinished.WaitAsync(Patience);
        _logs.Lines.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Warning);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    public async Task Outage_that_occurs_in_time_is_returned(string code)
    {
        var answer = Answer();
        _sending.SetResult(TestData.Error(code));

        (await answer.WaitAsync(Patience)).Error.ShouldBe(TestData.Error(code));
        _background.Unfinished.ShouldBeEmpty();
    }

    [Fact]
    public async Task Sending_continues_in_the_background_when_the_caller_disconnects()
    {
        using var caller = new CancellationTokenSource();
        var answer = Answer(cancellationToken: caller.Token);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(answer.WaitAsync(Patience));
        _background.Unfinished.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(ExistenceErrors.Revealed, 250)]
    [InlineData(ExistenceErrors.Hidden, 0)]
    public async Task Response_waits_for_the_message_if_existence_is_revealed(ExistenceErrors mode, int floorMs)
    {
        var answer = Answer(mode, TimeSpan.FromMilliseconds(floorMs));
        _clock.Advance(TimeSpan.FromMinutes(1));
        answer.IsCompleted.ShouldBeFalse();

        _sending.SetResult(FromThePool);
        (await answer.WaitAsync(Patience)).Value.ShouldBe(mode is ExistenceErrors.Revealed ? FromThePool : FromTheName);
    }

    private Task<Result<CodeDelivery>> Answer(ExistenceErrors mode = ExistenceErrors.Hidden, TimeSpan? floor = null, CancellationToken cancellationToken = default)
    {
        var security = new SecurityOptions { ExistenceErrors = mode, AnswerFloor = floor ?? Floor };
        return new CodeSending(new AccountPrivacy(security, _logs.For<AccountPrivacy>(), new FlowContext(new FakeClientContext())), _background, security, _clock).Complete(_sending.Task, ValidRequests.Username, cancellationToken);
    }
}
