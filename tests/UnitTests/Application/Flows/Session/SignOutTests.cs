using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

public sealed partial class SignOutTests
{
    private static readonly string RecordedForRefreshTokens = $"EndSession {SomeSession.IdOf("session-1")} {FlowsUnderTest.RefreshTokenLife}";
    private static readonly string RecordedForAccessTokens = $"EndSession {SomeSession.IdOf("session-1")} {FlowsUnderTest.AccessTokenLife}";

    // ---- with an access token

    [Fact]
    public async Task Access_token_alone_ends_the_session_here_for_the_lifetime_of_its_refresh_token()
    {
        await using var flows = Flows();

        (await flows.Send(ValidRequests.SignOut("access-1"))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe([RecordedForRefreshTokens]);
    }

    [Fact]
    public async Task Session_ends_here_first_and_then_at_Cognito()
    {
        await using var flows = Flows();
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Send(ValidRequests.SignOut("access-1", "refresh-1"))).Error.ShouldBeNull();

        // Not shortened: Cognito also returns success for an invalid refresh token of another session.
        flows.CallLog.Entries.ShouldBe([RecordedForRefreshTokens, "RevokeToken refresh-1"]);
    }

    [Fact]
    public async Task Expired_access_token_ends_its_own_session()
    {
        await using var flows = Flows(isExpired: true);

        (await flows.Send(ValidRequests.SignOut("access-1"))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe([RecordedForRefreshTokens]);
    }

    [Fact]
    public async Task Ended_session_can_be_ended_again()
    {
        await using var flows = Flows();
        flows.Revocations.Status = RevocationStatus.SessionEnded;
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Send(ValidRequests.SignOut("access-1", "refresh-1"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Session_without_origin_jti_is_identified_by_user_and_sign_in()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token(session: null));

        await flows.Send(ValidRequests.SignOut("access-1"));

        flows.CallLog.Entries.ShouldBe([$"EndSession {SomeSession.IdOf($"sub-1@{TestData.SignInTime.ToUnixTimeSeconds()}")} {FlowsUnderTest.RefreshTokenLife}"]);
    }

    [Theory]
    [InlineData("upstream_unavailable")]
    [InlineData("upstream_throttled")]
    [InlineData("misconfigured")]
    public async Task Session_stays_ended_here_if_Cognito_did_not_confirm(string code)
    {
        await using var flows = Flows();
        flows.Cognito.RevokeToken = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SignOut("access-1", "refresh-1"))).ShouldBe(TestData.Error(code));

        flows.CallLog.Entries.ShouldBe([RecordedForRefreshTokens, "RevokeToken refresh-1"]);
    }

    [Theory]
    [InlineData("not_enabled")]
    [InlineData("invalid_parameter")]
    [InlineData("invalid_refresh_token")]
    public async Task Session_is_remembered_longer_if_Cognito_cannot_revoke_its_refresh_token(string code)
    {
        await using var flows = Flows();
        flows.Cognito.RevokeToken = _ => TestData.Error(code);

        (await flows.Send(ValidRequests.SignOut("access-1", "refresh-1"))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe([RecordedForRefreshTokens, "RevokeToken refresh-1"], "it is not shortened to the life of access tokens");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("refresh-1")]
    public async Task Sign_out_that_could_not_be_recorded_fails_but_still_revokes_at_Cognito(string? refreshToken)
    {
        await using var flows = Flows();
        flows.Revocations.IsDown = true;
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Refusal(ValidRequests.SignOut("access-1", refreshToken))).ShouldBe(AuthErrors.RevocationUnavailable);

        flows.CallLog.Entries.ShouldBe(refreshToken is null ? [RecordedForRefreshTokens] : [RecordedForRefreshTokens, $"RevokeToken {refreshToken}"]);
    }

    [Theory]
    [InlineData(SignOutScope.Session, null)]
    [InlineData(SignOutScope.Session, "refresh-1")]
    [InlineData(SignOutScope.Everywhere, null)]
    [InlineData(SignOutScope.Everywhere, "refresh-1")]
    public async Task Forged_access_token_is_refused_even_with_a_refresh_token(SignOutScope scope, string? refreshToken)
    {
        await using var flows = Flows();

        (await flows.Refusal(ValidRequests.SignOut("forged", refreshToken, scope))).ShouldBe(AuthErrors.InvalidToken.Because("forged"));
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SignOutScope.Session)]
    [InlineData(SignOutScope.Everywhere)]
    public async Task Sign_out_without_signing_keys_reports_that_tokens_cannot_be_verified(SignOutScope scope)
    {
        await using var flows = Flows();
        flows.Verifier.HasNoKeys = true;

        (await flows.Refusal(ValidRequests.SignOut("access-1", "refresh-1", scope))).ShouldBe(AuthErrors.KeysUnavailable);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SignOutScope.Session)]
    [InlineData(SignOutScope.Everywhere)]
    public async Task Machine_token_is_refused(SignOutScope scope)
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token(username: null));

        (await flows.Refusal(ValidRequests.SignOut("access-1", scope: scope))).Is(AuthErrors.Forbidden).ShouldBeTrue();
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SignOutScope.Session)]
    [InlineData(SignOutScope.Everywhere)]
    public async Task Caller_without_a_token_is_refused(SignOutScope scope)
    {
        await using var flows = Flows();
        (await flows.Refusal(ValidRequests.SignOut(scope: scope))).ShouldBe(AuthErrors.InvalidToken.Because("no token"));
    }

    // ---- with a refresh token alone

    [Theory]
    [InlineData(null, "refresh-1")]
    [InlineData("refresh-2", "refresh-2")]
    public async Task Exchange_of_a_refresh_token_reveals_its_session(string? rotated, string revoked)
    {
        await using var flows = Flows("access-2");
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("access-2", rotated));
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1"))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", RecordedForRefreshTokens, $"RevokeToken {revoked}", RecordedForAccessTokens]);
    }

    // Cognito refuses a token without its device key in the same way as an invalid one.
    [Theory]
    [InlineData(SignOutScope.Session, null)]
    [InlineData(SignOutScope.Session, "invalid_parameter")]
    [InlineData(SignOutScope.Everywhere, null)]
    [InlineData(SignOutScope.Everywhere, "not_enabled")]
    public async Task Invalid_refresh_token_is_signed_out_once_it_is_revoked(SignOutScope scope, string? refusal)
    {
        await using var flows = Flows();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(AuthErrors.InvalidRefreshToken);
        flows.Cognito.RevokeToken = _ => refusal is null ? default(Success) : TestData.Error(refusal);

        (await flows.Send(ValidRequests.SignOut(refreshToken: "dead", scope: scope))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken dead", "RevokeToken dead"]);
    }

    [Theory]
    [InlineData("upstream_unavailable")]
    [InlineData("upstream_throttled")]
    [InlineData("upstream_timeout")]
    public async Task Refresh_token_that_could_not_be_revoked_is_not_signed_out(string code)
    {
        await using var flows = Flows();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(AuthErrors.InvalidRefreshToken);
        flows.Cognito.RevokeToken = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SignOut(refreshToken: "refresh-1"))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Refresh_token_is_exchanged_with_its_device_key()
    {
        await using var flows = Flows("access-2");
        flows.Cognito.GetTokensFromRefreshToken = (_, deviceKey) => Answer(deviceKey == ValidRequests.DeviceKey ? TestData.Tokens("access-2") : AuthErrors.InvalidRefreshToken);
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1") with { DeviceKey = ValidRequests.DeviceKey })).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", RecordedForRefreshTokens, "RevokeToken refresh-1", RecordedForAccessTokens]);
    }

    [Fact]
    public async Task Invalid_refresh_token_is_not_signed_out_before_the_first_attempt_is_recorded()
    {
        await using var flows = new FlowsUnderTest();
        flows.Revocations.IsDown = true;
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(AuthErrors.InvalidRefreshToken);
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Refusal(ValidRequests.SignOut(refreshToken: "dead"))).ShouldBe(AuthErrors.RevocationUnavailable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("upstream_unavailable")]
    public async Task Family_of_a_reused_refresh_token_is_ended(string? failure)
    {
        await using var flows = Flows();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(AuthErrors.RefreshTokenReused);
        flows.Cognito.RevokeToken = _ => failure is null ? default(Success) : TestData.Error(failure);

        ((await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1"))).Error?.Code).ShouldBe(failure);

        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", "RevokeToken refresh-1"]);
    }

    [Theory]
    [InlineData("upstream_unavailable")]
    [InlineData("upstream_throttled")]
    [InlineData("upstream_timeout")]
    [InlineData("outcome_unknown")]
    public async Task Outage_during_the_exchange_is_returned(string code)
    {
        await using var flows = Flows();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Error(code));

        (await flows.Refusal(ValidRequests.SignOut(refreshToken: "refresh-1"))).ShouldBe(TestData.Error(code));
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Theory]
    [InlineData("upstream_timeout")]
    [InlineData("upstream_invalid")]
    public async Task Sign_out_that_Cognito_did_not_confirm_is_reported_as_unavailable(string code)
    {
        await using var flows = Flows();
        flows.Cognito.RevokeToken = _ => TestData.Error(code);
        flows.Cognito.GlobalSignOut = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SignOut("access-1", "refresh-1"))).Code.ShouldBe("upstream_unavailable");
        (await flows.Refusal(ValidRequests.SignOut("access-1") with { Scope = SignOutScope.Everywhere })).Code.ShouldBe("upstream_unavailable");
    }

    [Fact]
    public async Task Refresh_token_of_a_disabled_user_is_signed_out_once_it_is_revoked()
    {
        await using var flows = Flows();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(AuthErrors.UserDisabled);
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1"))).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", "RevokeToken refresh-1"]);
    }

    [Theory]
    [InlineData("trigger_failed")]
    [InlineData("misconfigured")]
    public async Task Refresh_token_of_an_unknown_session_is_revoked_and_the_error_is_returned(string code)
    {
        await using var flows = Flows();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Error(code));
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Refusal(ValidRequests.SignOut(refreshToken: "refresh-1"))).ShouldBe(TestData.Error(code));
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", "RevokeToken refresh-1"]);
    }

    [Fact]
    public async Task Exchanged_token_that_cannot_be_read_is_not_trusted()
    {
        await using var flows = Flows();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("opaque"));

        (await flows.Refusal(ValidRequests.SignOut(refreshToken: "refresh-1"))).ShouldBe(AuthErrors.UpstreamInvalid.Because("unreadable"));
    }

    // ---- the request

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = Flows();

        (await flows.Faults(ValidRequests.SignOut("access-1", "a b", (SignOutScope)7) with { DeviceKey = "laptop" })).ShouldBe(
            ["refreshToken: It must be a token.", "scope: It must be session or everywhere.", "deviceKey: It must be a device key."]);
        (await flows.Faults(ValidRequests.SignOut("access-1", ""))).ShouldBe(["refreshToken: It must be a token."]);
    }

    private static FlowsUnderTest Flows(string accessToken = "access-1", bool isExpired = false)
    {
        var flows = new FlowsUnderTest();
        flows.Verifier.Knows(accessToken, TestData.Token(), isExpired);
        return flows;
    }

    private static Task<Result<TokenSet>> Answer(Result<TokenSet> result) => Task.FromResult(result);
}
