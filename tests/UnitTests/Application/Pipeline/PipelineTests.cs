using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Application.Pipeline;

/// <summary>The order of the pipeline: logging, rate limits, access token, the caller's limits, validation, answer time, disclosure, handler.</summary>
public sealed class PipelineTests
{
    [Fact]
    public async Task Token_is_verified_before_the_members_are_validated()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(ValidRequests.VerifyAccess("forged", groups: [""]))).Is(AuthErrors.InvalidToken).ShouldBeTrue();
    }

    [Fact]
    public async Task Sign_outs_are_checked_before_the_members_are_validated()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Revocations.Status = RevocationStatus.SessionEnded;

        (await flows.Refusal(ValidRequests.VerifyAccess(groups: [""]))).Is(AuthErrors.InvalidToken).ShouldBeTrue();
    }

    [Fact]
    public async Task Caller_is_counted_before_the_members_are_validated()
    {
        await using var flows = FlowsUnderTest.SignedIn(configure: security => security.RateLimits.CodesPerAccount.Permits = 1);

        (await flows.Refusal(ValidRequests.SendAttributeCode("nickname"))).Is(AuthErrors.ValidationFailed).ShouldBeTrue();
        (await flows.Refusal(ValidRequests.SendAttributeCode("nickname"))).Is(AuthErrors.RateLimited).ShouldBeTrue();
    }

    [Fact]
    public async Task Members_are_validated_before_the_handler_runs()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Refusal(ValidRequests.ForgotPassword(""))).Code.ShouldBe("validation_failed");
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refusals_before_the_handler_are_logged()
    {
        await using var flows = new FlowsUnderTest();
        await flows.Send(ValidRequests.GetMe("forged"));
        await flows.Send(ValidRequests.ForgotPassword(""));

        flows.Logs.Lines.Select(line => $"{line.Values["Flow"]} {line.Values["ErrorCode"]}").ShouldBe(["GetMeQuery invalid_token", "ForgotPasswordCommand validation_failed"]);
    }

    /// <summary>The container silently skips a behavior whose generic constraints a request does not meet.</summary>
    [Fact]
    public async Task Each_flow_has_the_behaviors_of_its_kind_in_order()
    {
        await using var flows = new FlowsUnderTest();
        var requests = typeof(IPublicFlow).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IFlow))).ToList();

        requests.Count.ShouldBeGreaterThan(30);
        foreach (var request in requests)
        {
            flows.BehaviorsOf(request).ShouldBe(
                request.IsAssignableTo(typeof(IPublicFlow))
                    ? [typeof(LoggingBehavior<,>), typeof(RateLimitBehavior<,>), typeof(AccessTokenBehavior<,>), typeof(ValidationBehavior<,>), typeof(AnswerFloorBehavior<,>), typeof(DisclosureBehavior<,>)]
                    : [typeof(LoggingBehavior<,>), typeof(AccessTokenBehavior<,>), typeof(CallerRateLimitBehavior<,>), typeof(ValidationBehavior<,>), typeof(DisclosureBehavior<,>)],
                request.Name);
        }
    }

    [Fact]
    public async Task Public_flows_require_no_token()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.HasNoKeys = true;
        flows.Cognito.ForgotPassword = _ => new CodeDelivery(null, null, null);

        (await flows.Send(ValidRequests.ForgotPassword())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task No_secret_is_logged_at_any_level()
    {
        await using var flows = new FlowsUnderTest();
        var secrets = new[] { "S3cret-Passw0rd!", "999-code-999", "secret-session-of-20-characters", "secret.access.token", "secret-refresh-token" };
        flows.Cognito.SignUp = _ => AuthErrors.UpstreamInvalid.Because("a reason");
        flows.Cognito.ConfirmSignUp = (_, _, _) => throw new InvalidOperationException("a bug");
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(TestData.Tokens(secrets[3], secrets[4]));

        await flows.Send(ValidRequests.SignUp(password: secrets[0]));
        await Should.ThrowAsync<InvalidOperationException>(flows.Send(new ConfirmSignUpCommand("jane", new Secret(secrets[1])) { Session = new Secret(secrets[2]) }));
        await flows.Send(ValidRequests.RefreshTokens(secrets[4]));
        await flows.Send(ValidRequests.SignOut(secrets[3], secrets[4]));
        await flows.Send(ValidRequests.GetMe(secrets[3]));

        flows.Logs.Lines.Count.ShouldBe(5);
        foreach (var secret in secrets) flows.Logs.Text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task No_username_is_logged()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.SignUp = _ => AuthErrors.UsernameTaken;

        await flows.Send(ValidRequests.SignUp());

        flows.Logs.Lines.Select(line => line.Level).ShouldBe([LogLevel.Debug, LogLevel.Debug]);
        flows.Logs.Text.ShouldNotContain(ValidRequests.Username);
    }
}
