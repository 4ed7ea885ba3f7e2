using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

/// <summary>The scope <c>everywhere</c>.</summary>
public sealed partial class SignOutTests
{
    private const string Now = "2026-01-02T03:04:05";
    private const string SignInsEnded = $"EndSignIns sub-1 up to {Now} {FlowsUnderTest.RefreshTokenLife}";

    private static readonly DateTimeOffset CognitosTime = new(2026, 1, 2, 3, 4, 7, TimeSpan.Zero);

    [Theory]
    [InlineData(RevocationStatus.Live)]
    [InlineData(RevocationStatus.Unknown)]
    public async Task Sign_ins_end_by_this_APIs_clock_then_at_Cognito_and_are_corrected_by_Cognitos_clock(RevocationStatus status)
    {
        await using var flows = Flows();
        flows.Revocations.Status = status;
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        (await flows.Send(Everywhere())).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe([SignInsEnded, "GlobalSignOut access-1", Confirmed(Now, "2026-01-02T03:04:07")]);
    }

    [Theory]
    [InlineData("upstream_unavailable")]
    [InlineData("upstream_throttled")]
    [InlineData("misconfigured")]
    public async Task Record_stays_if_Cognitos_outcome_is_unknown(string code)
    {
        await using var flows = Flows();
        flows.Cognito.GlobalSignOut = _ => TestData.Error(code);

        (await flows.Refusal(Everywhere())).ShouldBe(TestData.Error(code));

        flows.CallLog.Entries.ShouldBe([SignInsEnded, "GlobalSignOut access-1"]);
    }

    [Theory]
    [InlineData("invalid_token")]
    [InlineData("forbidden")]
    public async Task Record_is_undone_if_Cognito_refused_the_caller(string code)
    {
        await using var flows = Flows();
        flows.Cognito.GlobalSignOut = _ => TestData.Error(code);

        (await flows.Refusal(Everywhere())).ShouldBe(TestData.Error(code));

        flows.CallLog.Entries.ShouldBe([SignInsEnded, "GlobalSignOut access-1", Confirmed(Now, "1970-01-01T00:00:00")]);
    }

    [Fact]
    public async Task Sign_out_that_could_not_be_recorded_fails_but_still_ends_the_sessions_at_Cognito()
    {
        await using var flows = Flows();
        flows.Revocations.IsDown = true;
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        (await flows.Refusal(Everywhere())).ShouldBe(AuthErrors.RevocationUnavailable);
        flows.CallLog.Entries.ShouldBe([SignInsEnded, "GlobalSignOut access-1", Confirmed(Now, "2026-01-02T03:04:07")]);
    }

    [Fact]
    public async Task Signed_out_session_cannot_end_the_others()
    {
        await using var flows = Flows();
        flows.Revocations.Status = RevocationStatus.SessionEnded;

        (await flows.Refusal(Everywhere())).ShouldBe(AuthErrors.InvalidToken.Because("signed out"));
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Repeat_ends_the_sessions_at_Cognito_and_keeps_newer_sign_ins()
    {
        await using var flows = Flows();
        flows.Revocations.Status = RevocationStatus.SignInsEnded;
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        (await flows.Send(Everywhere())).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["GlobalSignOut access-1", Confirmed("2026-01-02T03:04:07", "2026-01-02T03:04:07")]);
    }

    [Fact]
    public async Task Repeat_succeeds_if_Cognito_completed_the_first_attempt()
    {
        await using var flows = Flows();
        flows.Revocations.Status = RevocationStatus.SignInsEnded;
        flows.Cognito.GlobalSignOut = _ => AuthErrors.InvalidToken;

        (await flows.Send(Everywhere())).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["GlobalSignOut access-1"]);
    }

    [Fact]
    public async Task Repeat_fails_until_the_first_attempt_is_recorded()
    {
        await using var flows = Flows();
        flows.Revocations.Status = RevocationStatus.SignInsEnded;
        flows.Revocations.IsDown = true;
        flows.Cognito.GlobalSignOut = _ => AuthErrors.InvalidToken;

        (await flows.Refusal(Everywhere())).ShouldBe(AuthErrors.RevocationUnavailable);
    }

    [Fact]
    public async Task Outage_during_a_repeat_is_returned()
    {
        await using var flows = Flows();
        flows.Revocations.Status = RevocationStatus.SignInsEnded;
        flows.Cognito.GlobalSignOut = _ => AuthErrors.UpstreamUnavailable;

        (await flows.Refusal(Everywhere())).ShouldBe(AuthErrors.UpstreamUnavailable);
    }

    [Fact]
    public async Task Expired_access_token_cannot_end_all_sessions()
    {
        await using var flows = Flows(isExpired: true);

        (await flows.Refusal(Everywhere())).ShouldBe(AuthErrors.InvalidToken.Because("expired"));
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refresh_token_ends_all_sessions_if_the_access_token_has_expired()
    {
        await using var flows = Flows(isExpired: true);
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("access-2"));
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        (await flows.Send(ValidRequests.SignOut("access-1", "refresh-1", SignOutScope.Everywhere))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", SignInsEnded, "GlobalSignOut access-2", Confirmed(Now, "2026-01-02T03:04:07")]);
    }

    [Fact]
    public async Task Refresh_token_alone_ends_all_sessions()
    {
        await using var flows = Flows("access-2");
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("access-2"));
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        (await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1", scope: SignOutScope.Everywhere))).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", SignInsEnded, "GlobalSignOut access-2", Confirmed(Now, "2026-01-02T03:04:07")]);
    }

    private static SignOutCommand Everywhere() => ValidRequests.SignOut("access-1", scope: SignOutScope.Everywhere);

    private static string Confirmed(string upTo, string at) => $"ConfirmSignInsEnded sub-1 up to {upTo} at {at} {FlowsUnderTest.AccessTokenLife}";
}
