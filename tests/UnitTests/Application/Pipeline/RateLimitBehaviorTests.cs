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
    public async Task Client_that_calls_too_often_is_refused_until_a_permit_returns()
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
    public async Task Other_clients_are_not_affected()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        await flows.Send(ValidRequests.ForgotPassword());
        (await flows.Refusal(ValidRequests.ForgotPassword())).Is(AuthErrors.RateLimited).ShouldBeTrue();

        flows.Client.IpAddress = "198.51.100.1";
        (await flows.Send(ValidRequests.ForgotPassword())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task All_public_flows_of_a_client_share_a_counter()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        await flows.Send(ValidRequests.ForgotPassword());

        foreach (var refused in new[] { await flows.Refusal(ValidRequests.RefreshTokens()), await flows.Refusal(ValidRequests.SignOut(refreshToken: "refresh-1")), await flows.Refusal(ValidRequests.SignUp()), await flows.Refusal(ValidRequests.SignIn()) })
        {
            refused.Is(AuthErrors.RateLimited).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Calls_are_counted_before_any_work()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));

        (await flows.Refusal(ValidRequests.SignUp("two words"))).Is(AuthErrors.ValidationFailed).ShouldBeTrue();
        (await flows.Refusal(ValidRequests.SignUp("two words"))).Is(AuthErrors.RateLimited).ShouldBeTrue();
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Verification_of_tokens_is_never_limited()
    {
        await using var flows = FlowsUnderTest.SignedIn(configure: security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        for (var call = 0; call < 10; call++)
        {
            (await flows.Send(ValidRequests.VerifyAccess())).Error.ShouldBeNull();
            (await flows.Send(ValidRequests.GetSession())).Error.ShouldBeNull();
        }
    }

    [Fact]
    public async Task Background_flows_are_not_counted()
    {
        await using var flows = Limited(security => security.RateLimits.CodesPerAccount = PerMinute("CodesPerAccount", 1));
        flows.Cognito.ResendConfirmationCode = _ => new CodeDelivery(null, null, null);
        for (var call = 0; call < 3; call++) (await flows.SendInBackground(ValidRequests.ResendCode())).Error.ShouldBeNull();

        (await flows.Send(ValidRequests.ResendCode())).Error.ShouldBeNull();
        (await flows.Refusal(ValidRequests.ResendCode())).Is(AuthErrors.RateLimited).ShouldBeTrue();
    }

    [Fact]
    public async Task Refused_client_uses_up_no_permits_of_an_account()
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
    public async Task Only_the_log_names_the_limit()
    {
        await using var flows = Limited(security => security.RateLimits.PerClient = PerMinute("PerClient", 1));
        await flows.Send(ValidRequests.ForgotPassword());
        var refusal = await flows.Refusal(ValidRequests.ForgotPassword());

        flows.Logs.Lines[^1].Message.ShouldStartWith("ForgotPasswordCommand Refused rate_limited (PerClient)");
        refusal.Detail.ShouldBe(AuthErrors.RateLimited.Detail);
    }

    // A team's flow in its own assembly, without limits.
    [Fact]
    public async Task Flow_without_limits_has_the_limit_per_client()
    {
        var security = new SecurityOptions { RateLimits = { PerClient = PerMinute("PerClient", 1) } };
        var behavior = Behavior<PlainFlow>(security);

        (await behavior(new PlainFlow())).Error.ShouldBeNull();
        (await behavior(new PlainFlow())).Error.ShouldNotBeNull().Is(AuthErrors.RateLimited).ShouldBeTrue();
    }

    [Fact]
    public async Task Flow_has_the_limits_that_it_declares()
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
