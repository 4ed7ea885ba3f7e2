using CognitoAuth.Application;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class AnswerFloorBehaviorTests
{
    private static readonly TimeSpan Floor = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Holds_a_failed_sign_in_back_until_the_floor()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = _ => AuthErrors.InvalidCredentials;

        var answer = flows.Send(ValidRequests.SignIn());
        flows.Clock.Advance(Floor - AMoment);
        answer.IsCompleted.ShouldBeFalse();
        flows.Clock.Advance(AMoment);
        (await answer.WaitAsync(Patience)).Error.ShouldNotBeNull().Is(AuthErrors.InvalidCredentials).ShouldBeTrue();
    }

    [Fact]
    public async Task Counts_the_time_that_the_work_took()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = Taking(flows, TimeSpan.FromMilliseconds(100), AuthErrors.InvalidCredentials);

        var answer = flows.Send(ValidRequests.SignIn());
        flows.Clock.Advance(TimeSpan.FromMilliseconds(149));
        answer.IsCompleted.ShouldBeFalse();
        flows.Clock.Advance(AMoment);
        await answer.WaitAsync(Patience);
    }

    [Fact]
    public async Task Does_not_hold_the_owner_s_success_back()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = _ => new SignInOutcome.Tokens(TestData.Tokens());

        (await flows.Send(ValidRequests.SignIn()).WaitAsync(Patience)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Holds_success_back_where_anyone_gets_it()
    {
        await using var flows = Floored();
        flows.Cognito.SignUp = _ => new SignUpOutcome.Confirmed("sub-1");

        var answer = flows.Send(ValidRequests.SignUp());
        answer.IsCompleted.ShouldBeFalse();
        flows.Clock.Advance(Floor);
        (await answer.WaitAsync(Patience)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Tells_the_operator_of_work_that_the_floor_cannot_hide()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = Taking(flows, Floor + AMoment, AuthErrors.InvalidCredentials);

        await flows.Send(ValidRequests.SignIn()).WaitAsync(Patience);
        flows.Logs.Lines.ShouldContain(line => line.Message == "SignInCommand took 251.0 ms, longer than Security:AnswerFloor can hide");
    }

    [Fact]
    public async Task Does_not_hold_back_what_the_request_alone_tells()
    {
        await using var flows = Floored(security => security.RateLimits.PerClient.Permits = 1);

        (await flows.Send(ValidRequests.SignUp("two words")).WaitAsync(Patience)).Error.ShouldNotBeNull().Is(AuthErrors.ValidationFailed).ShouldBeTrue();
        (await flows.Send(ValidRequests.SignUp()).WaitAsync(Patience)).Error.ShouldNotBeNull().Is(AuthErrors.RateLimited).ShouldBeTrue();
    }

    [Fact]
    public async Task Holds_nothing_back_where_existence_is_no_secret()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed, configure: security => security.AnswerFloor = Floor);
        flows.Cognito.StartSignIn = _ => AuthErrors.InvalidCredentials;

        (await flows.Send(ValidRequests.SignIn()).WaitAsync(Patience)).Error.ShouldNotBeNull();
    }

    [Fact]
    public async Task Holds_nothing_back_that_nobody_waits_for()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = _ => AuthErrors.InvalidCredentials;

        (await flows.SendInBackground(ValidRequests.SignIn()).WaitAsync(Patience)).Error.ShouldNotBeNull();
    }

    [Fact]
    public async Task Lets_a_caller_go_who_gives_up()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = _ => AuthErrors.InvalidCredentials;
        using var caller = new CancellationTokenSource();

        var answer = flows.Send(ValidRequests.SignIn(), caller.Token);
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(answer.WaitAsync(Patience));
    }

    private static FlowsUnderTest Floored(Action<SecurityOptions>? configure = null) => new(configure: security =>
    {
        security.AnswerFloor = Floor;
        configure?.Invoke(security);
    });

    private static Func<StartCall, Result<SignInOutcome>> Taking(FlowsUnderTest flows, TimeSpan time, AuthError error) => _ =>
    {
        flows.Clock.Advance(time);
        return error;
    };
}
