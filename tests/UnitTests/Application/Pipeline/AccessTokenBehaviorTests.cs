using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Pipeline;

public sealed class AccessTokenBehaviorTests
{
    [Theory]
    [InlineData(RevocationStatus.Live, null)]
    [InlineData(RevocationStatus.SessionEnded, "invalid_token")]
    [InlineData(RevocationStatus.SignInsEnded, "invalid_token")]
    [InlineData(RevocationStatus.Unknown, "revocation_unavailable")]
    public async Task Signed_out_token_is_refused_and_an_unknown_status_is_an_error(RevocationStatus status, string? code)
    {
        await using var flows = Flows(TestData.Token());
        flows.Revocations.Status = status;

        flows.Cognito.GetUser = _ => TestData.Profile();

        ((await flows.Send(ValidRequests.GetSession())).Error?.Code).ShouldBe(code);
        ((await flows.Send(ValidRequests.GetMe())).Error?.Code).ShouldBe(code);
    }

    [Fact]
    public async Task Only_the_log_reports_that_a_token_was_signed_out()
    {
        await using var flows = Flows(TestData.Token());
        flows.Revocations.Status = RevocationStatus.SessionEnded;

        (await flows.Refusal(ValidRequests.GetMe()) with { Reason = null }).ShouldBe(AuthErrors.InvalidToken);
    }

    [Fact]
    public async Task Error_of_the_verifier_is_returned()
    {
        await using var flows = Flows(TestData.Token());
        (await flows.Refusal(ValidRequests.GetMe("forged"))).ShouldBe(AuthErrors.InvalidToken.Because("forged"));
        (await flows.Refusal(ValidRequests.GetMe(""))).ShouldBe(AuthErrors.InvalidToken.Because("forged"));

        flows.Verifier.HasNoKeys = true;
        (await flows.Refusal(ValidRequests.GetMe())).ShouldBe(AuthErrors.KeysUnavailable);
    }

    [Fact]
    public async Task Expired_token_is_refused()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token(), isExpired: true);

        (await flows.Refusal(ValidRequests.GetSession())).ShouldBe(AuthErrors.InvalidToken.Because("expired"));
    }

    [Theory]
    [InlineData(null, new[] { TestData.SelfServiceScope }, "no user in the token")]
    [InlineData("jane", new[] { "openid", "profile" }, "scope missing")]
    [InlineData("jane", new string[0], "scope missing")]
    [InlineData("jane", new[] { "AWS.cognito.signin.user.admin" }, "scope missing")]
    [InlineData("jane", new[] { "openid", TestData.SelfServiceScope }, null)]
    public async Task Flow_requires_a_user_and_the_self_service_scope_by_default(string? username, string[] scopes, string? refusal)
    {
        await using var flows = Flows(TestData.Token(username: username, scopes: scopes));
        flows.Cognito.GetUser = _ => TestData.Profile();

        (await flows.Send(ValidRequests.GetMe())).Error.ShouldBe(refusal is null ? null : AuthErrors.Forbidden.Because(refusal));
        (await flows.Send(ValidRequests.GetSession())).Error.ShouldBeNull("it takes any valid token");
    }

    [Theory]
    [InlineData(60, 3600, true)]
    [InlineData(60, 3601, false)]
    [InlineData(5, 301, false)]
    [InlineData(0, 999_999, true)]
    [InlineData(60, -30, true)]
    public async Task Sensitive_flow_requires_a_recent_sign_in(int reauthenticateAfterMinutes, int secondsSinceSignIn, bool isAllowed)
    {
        await using var flows = new FlowsUnderTest(configure: security => security.ReauthenticateAfter = TimeSpan.FromMinutes(reauthenticateAfterMinutes));
        // A recent refresh is not a recent sign-in.
        var now = flows.Clock.GetUtcNow();
        flows.Verifier.Knows("access-1", TestData.Token() with { AuthTime = now.AddSeconds(-secondsSinceSignIn), IssuedAt = now });
        flows.Cognito.GetUser = _ => TestData.Profile();
        flows.Cognito.DeleteUser = _ => now;

        (await flows.Send(ValidRequests.GetMe())).Error.ShouldBeNull();
        (await flows.Send(ValidRequests.DeleteMe())).Error.ShouldBe(isAllowed ? null : AuthErrors.ReauthenticationRequired);
    }

    [Fact]
    public async Task Insufficient_token_is_reported_before_a_missing_recent_sign_in()
    {
        await using var flows = Flows(TestData.OldToken() with { Scopes = ["openid"] });

        (await flows.Refusal(ValidRequests.DeleteMe("forged"))).Is(AuthErrors.InvalidToken).ShouldBeTrue();
        (await flows.Refusal(ValidRequests.DeleteMe())).Is(AuthErrors.Forbidden).ShouldBeTrue();
    }

    [Theory]
    [InlineData("user_disabled")]
    [InlineData("password_reset_required")]
    [InlineData("user_not_confirmed")]
    public async Task State_of_the_account_is_hidden_in_every_protected_flow(string code)
    {
        await using var flows = Flows(TestData.Token());
        flows.Cognito.GetUser = _ => TestData.Error(code);
        flows.Cognito.DeleteUser = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.GetMe()) with { Reason = null }).ShouldBe(AuthErrors.InvalidToken);
        (await flows.Refusal(ValidRequests.DeleteMe()) with { Reason = null }).ShouldBe(AuthErrors.InvalidToken);

        await using var revealing = new FlowsUnderTest(CognitoAuth.Application.ExistenceErrors.Revealed);
        revealing.Verifier.Knows("access-1", TestData.Token());
        revealing.Cognito.DeleteUser = _ => TestData.Error(code);
        (await revealing.Refusal(ValidRequests.DeleteMe())).Code.ShouldBe(code);
    }

    [Fact]
    public void Caller_is_not_available_outside_a_protected_flow() => Should.Throw<InvalidOperationException>(() => new FlowContext(new FakeClientContext()).Caller);

    [Fact]
    public async Task Concurrent_requests_have_separate_callers()
    {
        await using var flows = Flows(TestData.Token("sub-1"));
        flows.Verifier.Knows("access-2", TestData.Token("sub-2"));

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(index => flows.Send(ValidRequests.GetSession($"access-{1 + (index % 2)}"))));

        results.Select((result, index) => result.Value.Subject == $"sub-{1 + (index % 2)}").ShouldAllBe(isOwn => isOwn);
    }

    private static FlowsUnderTest Flows(VerifiedToken token)
    {
        var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", token);
        return flows;
    }
}
