using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Gateway;

/// <summary>What the gateway does when the way to Cognito is bad: how often it asks, and what it says of it.</summary>
public sealed class CognitoGatewayFaultsTests
{
    private const string Jane = "jane@example.com";

    // Only a failing test waits for so long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Dictionary<string, RequestDelegate> Ambiguous = new(StringComparer.Ordinal)
    {
        ["reset"] = CognitoResponses.Reset,
        ["silence"] = CognitoResponses.Silence,
        ["internal error"] = CognitoResponses.InternalError,
        ["load balancer's page"] = CognitoResponses.GatewayPage,
        ["garbage"] = CognitoResponses.Garbage,
        ["truncated"] = CognitoResponses.Truncated,
        ["redirect"] = CognitoResponses.Redirect,
    };

    public static TheoryData<string> AmbiguousFaults => [.. Ambiguous.Keys];

    [Theory]
    [MemberData(nameof(AmbiguousFaults))]
    public async Task Never_sends_a_sign_up_twice_when_the_first_may_have_worked(string fault)
    {
        await using var pool = await GatewayUnderTest.Start(Ambiguous[fault], CognitoResponses.SignedUp);

        var error = (await SignUp(pool.Gateway)).Error.ShouldNotBeNull();

        error.Code.ShouldBe("outcome_unknown");
        error.Detail.Length.ShouldBeGreaterThan(AuthErrors.OutcomeUnknown.Detail.Length, "it says what to do");
        pool.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Never_sends_a_sign_up_twice_on_a_connection_that_was_used_before()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Ok("""{"Username":"jane"}"""), CognitoResponses.Reset, CognitoResponses.SignedUp);
        await pool.Gateway.GetUser(new Secret("access-1"), default);

        (await SignUp(pool.Gateway)).Error!.Code.ShouldBe("outcome_unknown");
        pool.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Sends_a_throttled_sign_up_again()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Throttled, CognitoResponses.Throttled, CognitoResponses.SignedUp);

        (await SignUp(pool.Gateway)).Error.ShouldBeNull();
        pool.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("TooManyRequestsException", 400)]
    [InlineData("TooManyRequestsException", 429)]
    [InlineData("ThrottlingException", 400)]
    public async Task Gives_up_after_two_repeats_when_Cognito_stays_busy(string type, int status)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, "Rate exceeded", status));

        (await SignUp(pool.Gateway)).Error!.Is(AuthErrors.UpstreamThrottled).ShouldBeTrue();
        pool.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("LimitExceededException")]
    [InlineData("TooManyFailedAttemptsException")]
    public async Task Never_repeats_what_counts_as_an_attempt_of_the_user(string type)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, "Attempt limit exceeded, please try after some time."));

        (await pool.Gateway.ForgotPassword(Jane, default)).Error!.Is(AuthErrors.AttemptsExceeded).ShouldBeTrue();
        (await pool.Gateway.GetUser(new Secret("access-1"), default)).Error!.Is(AuthErrors.AttemptsExceeded).ShouldBeTrue();
        pool.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Says_unavailable_when_the_call_surely_never_arrived()
    {
        await using var nowhere = GatewayUnderTest.Nowhere();

        (await SignUp(nowhere.Gateway)).Error!.Is(AuthErrors.UpstreamUnavailable).ShouldBeTrue("nothing can have happened");
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("internal error")]
    [InlineData("load balancer's page")]
    [InlineData("garbage")]
    [InlineData("truncated")]
    [InlineData("redirect")]
    public async Task Repeats_what_has_no_effect(string fault)
    {
        await using var pool = await GatewayUnderTest.Start(Ambiguous[fault], Ambiguous[fault], CognitoResponses.Ok("""{"Username":"jane"}"""));

        (await pool.Gateway.GetUser(new Secret("access-1"), default)).Value.Username.ShouldBe("jane");
        pool.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("reset", "upstream_unavailable")]
    [InlineData("internal error", "upstream_unavailable")]
    [InlineData("load balancer's page", "upstream_unavailable")]
    [InlineData("garbage", "upstream_invalid")]
    [InlineData("redirect", "upstream_invalid")]
    public async Task Says_what_is_wrong_with_the_pool_when_repeating_did_not_help(string fault, string code)
    {
        await using var pool = await GatewayUnderTest.Start(Ambiguous[fault]);

        (await pool.Gateway.GetUser(new Secret("access-1"), default)).Error!.Code.ShouldBe(code);
        pool.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Calls_silence_a_timeout_only_where_repeating_is_harmless()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Silence);

        var read = pool.Gateway.GetUser(new Secret("access-1"), default);
        var signIn = SignIn(pool.Gateway);

        (await read).Error!.Is(AuthErrors.UpstreamTimeout).ShouldBeTrue();
        (await signIn).Error!.Is(AuthErrors.UpstreamUnavailable).ShouldBeTrue();
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("internal error")]
    public async Task Does_not_start_a_sign_in_twice(string fault)
    {
        await using var pool = await GatewayUnderTest.Start(Ambiguous[fault]);

        (await SignIn(pool.Gateway)).Error!.Is(AuthErrors.UpstreamUnavailable).ShouldBeTrue();
        pool.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_repeat_what_sends_messages_uses_a_code_up_or_rotates_a_token()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset);
        var gateway = pool.Gateway;

        AuthError?[] errors =
        [
            (await gateway.ForgotPassword(Jane, default)).Error,
            (await gateway.ResendConfirmationCode(Jane, default)).Error,
            (await gateway.ConfirmSignUp(Jane, new Secret("1"), null, default)).Error,
            (await gateway.ConfirmForgotPassword(Jane, new Secret("1"), new Secret("p"), default)).Error,
            (await gateway.GetTokensFromRefreshToken(new Secret("r"), null, default)).Error,
        ];

        errors.ShouldAllBe(error => error!.Code == "outcome_unknown" && error.Detail.Length > AuthErrors.OutcomeUnknown.Detail.Length);
        pool.Requests.Count.ShouldBe(errors.Length);
    }

    [Fact]
    public async Task Takes_a_sign_out_everywhere_for_done_when_only_the_answer_was_lost()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Reset, CognitoResponses.Error("NotAuthorizedException", "Access Token has been revoked"));

        (await pool.Gateway.GlobalSignOut(new Secret("access-1"), default)).Error.ShouldBeNull();
        pool.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Does_not_take_a_revoked_token_for_its_own_doing_when_no_answer_was_lost()
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error("NotAuthorizedException", "Access Token has been revoked"));
        (await pool.Gateway.GlobalSignOut(new Secret("access-1"), default)).Error!.Is(AuthErrors.InvalidToken).ShouldBeTrue();

        await using var busy = await GatewayUnderTest.Start(CognitoResponses.Throttled, CognitoResponses.Error("NotAuthorizedException", "Access Token has been revoked"));
        (await busy.Gateway.GlobalSignOut(new Secret("access-1"), default)).Error!.Is(AuthErrors.InvalidToken).ShouldBeTrue("throttled means not done");
    }

    [Fact]
    public async Task Gives_a_read_up_when_its_caller_goes_away()
    {
        var arrived = new TaskCompletionSource();
        await using var pool = await GatewayUnderTest.Start(context =>
        {
            arrived.TrySetResult();
            return CognitoResponses.Silence(context);
        });
        using var caller = new CancellationTokenSource();

        var call = pool.Gateway.GetUser(new Secret("access-1"), caller.Token);
        await arrived.Task.WaitAsync(Patience);
        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call.WaitAsync(Patience));
        pool.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Finishes_a_confirmation_whose_caller_went_away()
    {
        var arrived = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        await using var pool = await GatewayUnderTest.Start(async context =>
        {
            arrived.TrySetResult();
            await mayAnswer.Task;
            await CognitoResponses.Ok("{}")(context);
        });
        using var caller = new CancellationTokenSource();

        var call = pool.Gateway.ConfirmSignUp(Jane, new Secret("123456"), null, caller.Token);
        await arrived.Task.WaitAsync(Patience);
        await caller.CancelAsync();
        mayAnswer.SetResult();

        (await call).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("FooException", 400, "invalid_parameter")]
    [InlineData("ServiceUnavailable", 503, "outcome_unknown")]
    [InlineData("UnrecognizedClientException", 400, "misconfigured")]
    public async Task Reads_errors_that_are_not_in_the_model_conservatively(string type, int status, string code)
    {
        await using var pool = await GatewayUnderTest.Start(CognitoResponses.Error(type, "…", status));

        (await SignUp(pool.Gateway)).Error!.Code.ShouldBe(code);
        pool.Requests.Count.ShouldBe(1);
    }

    private static Task<Result<SignUpOutcome>> SignUp(ICognitoGateway gateway) => gateway.SignUp(Jane, new Secret("Passw0rd!"), null, null, default);

    private static Task<Result<SignInOutcome>> SignIn(ICognitoGateway gateway) =>
        gateway.StartSignIn(Jane, new SignInStart.Password(new Secret("Passw0rd!")), default);
}
