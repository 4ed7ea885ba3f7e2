using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Account;

public sealed class DeleteMeTests
{
    private static readonly DateTimeOffset CognitosTime = new(2026, 1, 2, 3, 4, 7, TimeSpan.Zero);

    [Fact]
    public async Task Deletion_deletes_the_user_and_then_ends_all_sessions()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteUser = _ => CognitosTime;

        (await flows.Send(ValidRequests.DeleteMe())).Error.ShouldBeNull();

        flows.CallLog.Entries.ShouldBe(
        [
            "DeleteUser access-1",
            $"EndSignIns sub-1 up to 2026-01-02T03:04:05 {FlowsUnderTest.RefreshTokenLife}",
            $"ConfirmSignInsEnded sub-1 up to 2026-01-02T03:04:05 at 2026-01-02T03:04:07 {FlowsUnderTest.AccessTokenLife}",
        ]);
    }

    [Theory]
    [InlineData("invalid_token")]
    [InlineData("upstream_unavailable")]
    public async Task Failed_deletion_ends_no_session_so_that_it_can_be_repeated(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteUser = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.DeleteMe())).ShouldBe(TestData.Error(code));
        flows.CallLog.Entries.ShouldBe(["DeleteUser access-1"]);
    }

    [Fact]
    public async Task Deletion_whose_sessions_could_not_be_ended_reports_that_the_account_was_deleted()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteUser = _ => CognitosTime;
        flows.Revocations.IsDown = true;

        var error = await flows.Refusal(ValidRequests.DeleteMe());

        error.Is(AuthErrors.RevocationUnavailable).ShouldBeTrue();
        error.Detail.ShouldStartWith("The account was deleted");
    }

    [Fact]
    public async Task Deletion_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(ValidRequests.DeleteMe())).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
