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
    public async Task Failed_sign_in_is_delayed_to_the_floor()
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
    public async Task Duration_of_the_work_counts_towards_the_floor()
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
    public async Task Success_of_the_owner_is_not_delayed()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = _ => new SignInOutcome.Tokens(TestData.Tokens());

        (await flows.Send(ValidRequests.SignIn()).WaitAsync(Patience)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Success_that_anyone_gets_is_delayed()
    {
        await using var flows = Floored();
        flows.Cognito.SignUp = _ => new SignUpOutcome.Confirmed("sub-1");

        var answer = flows.Send(ValidRequests.SignUp());
        answer.IsCompleted.ShouldBeFalse();
        flows.Clock.Advance(Floor);
        (await answer.WaitAsync(Patience)).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Work_that_takes_longer_than_the_floor_is_logged()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = Taking(flows, Floor + AMoment, AuthErrors.InvalidCredentials);

        await flows.Send(ValidRequests.SignIn()).WaitAsync(Patience);
        flows.Logs.Lines.ShouldContain(line => line.Message == "SignInCommand took 251.0 ms, longer than Security:AnswerFloor can hide");
    }

    [Fact]
    public async Task Error_that_depends_on_the_request_alone_is_not_delayed()
    {
        await using var flows = Floored(security => security.RateLimits.PerClient.Permits = 1);

        (await flows.Send(ValidRequests.SignUp("two words")).WaitAsync(Patience)).Error.ShouldNotBeNull().Is(AuthErrors.ValidationFailed).ShouldBeTrue();
        (await flows.Send(ValidRequests.SignUp()).WaitAsync(Patience)).Error.ShouldNotBeNull().Is(AuthErrors.RateLimited).ShouldBeTrue();
    }

    [Fact]
    public async Task No_response_is_delayed_if_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed, configure: security => security.AnswerFloor = Floor);
        flows.Cognito.StartSignIn = _ => AuthErrors.InvalidCredentials;

        (await flows.Send(ValidRequests.SignIn()).WaitAsync(Patience)).Error.ShouldNotBeNull();
    }

    [Fact]
    public async Task Background_flow_is_not_delayed()
    {
        await using var flows = Floored();
        flows.Cognito.StartSignIn = _ => AuthErrors.InvalidCredentials;

        (await flows.SendInBackground(ValidRequests.SignIn()).WaitAsync(Patience)).Error.ShouldNotBeNull();
    }

    [Fact]
    public async Task Delay_ends_when_the_caller_disconnects()
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
