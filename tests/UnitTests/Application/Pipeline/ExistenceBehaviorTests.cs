using CognitoAuth.Application;
using CognitoAuth.Application.Flows;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoAuth.UnitTests.Application.Pipeline;

/// <summary>Requests of this assembly are to the pipeline what those of a team are.</summary>
public sealed class ExistenceBehaviorTests
{
    private static readonly AuthError SeatsTaken = new("seats_taken", ErrorKind.Conflict, "All seats are taken.");

    [Fact]
    public async Task Hides_an_error_of_a_team_that_does_not_say_that_it_is_alike_for_every_name()
    {
        var error = await Told(new PublicRequest(), SeatsTaken);

        error.Is(AuthErrors.InvalidCredentials).ShouldBeTrue();
        error.Reason.ShouldBe("seats_taken");
    }

    [Fact]
    public async Task Tells_an_error_of_a_team_that_says_so() => (await Told(new PublicRequest(), SeatsTaken with { IsAlikeForEveryName = true })).Code.ShouldBe("seats_taken");

    [Fact]
    public async Task Hides_an_error_of_ours_that_a_team_passes_on() => (await Told(new PublicRequest(), AuthErrors.UserDisabled)).Is(AuthErrors.InvalidCredentials).ShouldBeTrue();

    [Fact]
    public async Task Tells_outages() => (await Told(new PublicRequest(), AuthErrors.UpstreamThrottled)).ShouldBe(AuthErrors.UpstreamThrottled);

    [Fact]
    public async Task Tells_everything_in_a_deployment_that_reveals_who_exists() => (await Told(new PublicRequest(), SeatsTaken, ExistenceErrors.Revealed)).ShouldBe(SeatsTaken);

    [Fact]
    public async Task Leaves_success_as_it_is()
    {
        var answer = await Behavior<PublicRequest>(ExistenceErrors.Hidden).Handle(new PublicRequest(), CancellationToken.None, () => Task.FromResult<Result<Success>>(default(Success)));

        answer.Error.ShouldBeNull();
    }

    private static async Task<AuthError> Told<TRequest>(TRequest request, AuthError error, ExistenceErrors existenceErrors = ExistenceErrors.Hidden)
        where TRequest : IFlow<Success>, IPublicFlow =>
        (await Behavior<TRequest>(existenceErrors).Handle(request, CancellationToken.None, () => Task.FromResult<Result<Success>>(error))).Error.ShouldNotBeNull();

    private static ExistenceBehavior<TRequest, Result<Success>> Behavior<TRequest>(ExistenceErrors existenceErrors)
        where TRequest : IFlow<Success>, IPublicFlow =>
        new(new Existence(new SecurityOptions { ExistenceErrors = existenceErrors }, NullLogger<Existence>.Instance, new FlowContext(new FakeClientContext())));

    private sealed record PublicRequest : IPublicFlow<Success>;
}
