using CognitoAuth.Application;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.RateLimiting;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class RateLimitBehaviorTests
{
    [Fact]
    public async Task Refuses_a_client_who_calls_too_often_until_a_permit_comes_back()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 3));
        for (var call = 0; call < 3; call++) (await flows.Send(ValidRequests.ForgotPassword($"user-{call}"))).Error.ShouldBeNull();

        var refusal = await flows.Refusal(ValidRequests.ForgotPassword("user-4"));
        refusal.Is(AuthErrors.RateLimited).ShouldBeTrue();
        refusal.RetryAfter.ShouldBe(TimeSpan.FromSeconds(20));
        refusal.Permits.ShouldBe(3);

        flows.Clock.Advance(TimeSpan.FromSeconds(20));
        (await flows.Send(ValidRequests.ForgotPassword("user-4"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Does_not_make_others_pay()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        await flows.Send(ValidRequests.ForgotPassword());
        (await flows.Refusal(ValidRequests.ForgotPassword())).Is(AuthErrors.RateLimited).ShouldBeTrue();

        flows.Client.IpAddress = "198.51.100.1";
        (await flows.Send(ValidRequests.ForgotPassword())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Counts_all_public_flows_of_a_client_together()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        await flows.Send(ValidRequests.ForgotPassword());

        foreach (var refused in new[] { await flows.Refusal(ValidRequests.RefreshTokens()), await flows.Refusal(ValidRequests.SignOut(refreshToken: "refresh-1")), await flows.Refusal(ValidRequests.SignUp()), await flows.Refusal(ValidRequests.SignIn()) })
        {
            refused.Is(AuthErrors.RateLimited).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Counts_before_anything_is_done()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));

        (await flows.Refusal(ValidRequests.SignUp("two words"))).Is(AuthErrors.ValidationFailed).ShouldBeTrue();
        (await flows.Refusal(ValidRequests.SignUp("two words"))).Is(AuthErrors.RateLimited).ShouldBeTrue();
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Never_limits_how_often_tokens_are_verified()
    {
        await using var flows = FlowsUnderTest.SignedIn(configure: security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        for (var call = 0; call < 10; call++)
        {
            (await flows.Send(ValidRequests.VerifyAccess())).Error.ShouldBeNull();
            (await flows.Send(ValidRequests.GetSession())).Error.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Does_not_count_what_runs_after_the_answer()
    {
        await using var flows = Limited(security => security.RateLimits.CodesPerAccount = PerMinute("CodesPerAccount", 1));
        flows.Cognito.ResendConfirmationCode = _ => new CodeDelivery(null, null, null);
        for (var call = 0; call < 3; call++) (await flows.SendInBackground(ValidRequests.ResendCode())).Error.ShouldBeNull();

        (await flows.Send(ValidRequests.ResendCode())).Error.ShouldBeNull();
        (await flows.Refusal(ValidRequests.ResendCode())).Is(AuthErrors.RateLimited).ShouldBeTrue();
    }

    [Fact]
    public async Task Leaves_the_permits_of_an_account_alone_when_the_client_is_refused()
    {
        await using var flows = Limited(security =>
        {
            security.RateLimits.PerClient = PerMinute("PerClient", 1);
            security.RateLimits.CodesPerAccount = PerMinute("CodesPerAccount", 2);
        });
        for (var call = 0; call < 5; call++) await flows.Send(ValidRequests.ForgotPassword());

        flows.Client.IpAddress = "198.51.100.1";
        (await flows.Send(ValidRequests.ForgotPassword())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Tells_the_log_alone_which_limit_it_was()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        await flows.Send(ValidRequests.ForgotPassword());
        var refusal = await flows.Refusal(ValidRequests.ForgotPassword());

        flows.Logs.Lines[^1].Message.ShouldStartWith("ForgotPasswordCommand Refused rate_limited (PerClient)");
        refusal.Detail.ShouldBe(AuthErrors.RateLimited.Detail);
    }

    // A team's flow in an assembly of its own, which says nothing of limits.
    [Fact]
    public async Task Limits_the_clients_of_a_flow_that_names_no_limit()
    {
        var security = new SecurityOptions { RateLimits = { PerClient = PerMinute("PerClient", 1) } };
        var behavior = Behavior<PlainFlow>(security);

        (await behavior(new PlainFlow())).Error.ShouldBeNull();
        (await behavior(new PlainFlow())).Error.ShouldNotBeNull().Is(AuthErrors.RateLimited).ShouldBeTrue();
    }

    [Fact]
    public async Task Limits_a_flow_by_what_it_names()
    {
        var behavior = Behavior<FlowWithLimit>(new SecurityOptions());

        (await behavior(new FlowWithLimit("jane"))).Error.ShouldBeNull();
        (await behavior(new FlowWithLimit("joe"))).Error.ShouldBeNull();
        (await behavior(new FlowWithLimit("jane"))).Error.ShouldNotBeNull().Reason.ShouldBe("Invitations");
    }

    private static FlowsUnderTest Limited(Action<SecurityOptions> configure)
    {
        var flows = new FlowsUnderTest(configure: configure);
        flows.Cognito.ForgotPassword = _ => new CodeDelivery(null, null, null);
        return flows;
    }

    private static RateLimit PerMinute(string name, int permits) => new(name) { Permits = permits, Window = TimeSpan.FromMinutes(1) };

    private static Func<TFlow, Task<Result<Success>>> Behavior<TFlow>(SecurityOptions security)
        where TFlow : IPublicFlow<Success>
    {
        var behavior = new RateLimitBehavior<TFlow, Result<Success>>(new InProcessRateLimits(new FakeTimeProvider(), columns: 1 << 10), security, new FlowContext(new FakeClientContext()));
        return flow => behavior.Handle(flow, CancellationToken.None, () => Task.FromResult<Result<Success>>(default(Success)));
    }

    private sealed record PlainFlow : IPublicFlow<Success>;

    private sealed record FlowWithLimit(string Username) : IPublicFlow<Success>
    {
        private static readonly RateLimit Invitations = new(nameof(Invitations)) { Permits = 1, Window = TimeSpan.FromDays(1) };

        public IReadOnlyList<RateLimitKey> Limits(RateLimitsOptions limits) => [Invitations.OfAccount("invitation", Username)];
    }
}
