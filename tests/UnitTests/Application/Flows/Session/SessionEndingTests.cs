using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

/// <summary>The effect of a sign-out on issued tokens, with the revocations of this process.</summary>
public sealed class SessionEndingTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    [Fact]
    public async Task Tokens_of_the_session_are_refused_immediately_and_others_are_not()
    {
        await using var flows = Flows();

        (await flows.Send(ValidRequests.SignOut("phone"))).Error.ShouldBeNull();

        (await flows.Refusal(ValidRequests.GetSession("phone"))).ShouldBe(AuthErrors.InvalidToken.Because("signed out"));
        (await flows.Send(ValidRequests.GetSession("laptop"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Refresh_cannot_revive_a_session_that_ended_without_its_refresh_token()
    {
        await using var flows = Flows();
        await flows.Send(ValidRequests.SignOut("phone"));
        flows.Clock.Advance(TimeSpan.FromDays(29));
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(TestData.Tokens("phone"));
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Refusal(ValidRequests.RefreshTokens())).Code.ShouldBe("invalid_refresh_token");
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", "RevokeToken refresh-1"]);
    }

    [Fact]
    public async Task Global_sign_out_ends_all_sessions_of_the_user_and_no_others()
    {
        await using var flows = Flows();
        flows.Cognito.GlobalSignOut = _ => Now;

        (await flows.Send(ValidRequests.SignOut("phone", scope: SignOutScope.Everywhere))).Error.ShouldBeNull();

        (await flows.Refusal(ValidRequests.GetSession("phone"))).Code.ShouldBe("invalid_token");
        (await flows.Refusal(ValidRequests.GetSession("laptop"))).Code.ShouldBe("invalid_token");
        (await flows.Send(ValidRequests.GetSession("bob"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task User_can_sign_in_again_within_the_same_second()
    {
        await using var flows = Flows();
        flows.Cognito.GlobalSignOut = _ => Now;
        await flows.Send(ValidRequests.SignOut("phone", scope: SignOutScope.Everywhere));

        flows.Verifier.Knows("again", TestData.Token(session: "session-again") with { AuthTime = Now });
        flows.Cognito.StartSignIn = _ => new SignInOutcome.Tokens(TestData.Tokens("again"));
        await flows.Send(ValidRequests.SignIn());

        (await flows.Send(ValidRequests.GetSession("again"))).Error.ShouldBeNull();
        (await flows.Refusal(ValidRequests.GetSession("laptop"))).Code.ShouldBe("invalid_token");
    }

    [Fact]
    public async Task Sessions_stay_alive_if_Cognito_refused_the_caller()
    {
        await using var flows = Flows();
        flows.Cognito.GlobalSignOut = _ => AuthErrors.InvalidToken;

        (await flows.Refusal(ValidRequests.SignOut("phone", scope: SignOutScope.Everywhere))).Code.ShouldBe("invalid_token");

        (await flows.Send(ValidRequests.GetSession("laptop"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Sessions_stay_ended_during_an_outage_of_Cognito_and_a_repeat_succeeds()
    {
        await using var flows = Flows();
        flows.Cognito.GlobalSignOut = _ => AuthErrors.UpstreamUnavailable;
        (await flows.Refusal(ValidRequests.SignOut("phone", scope: SignOutScope.Everywhere))).Code.ShouldBe("upstream_unavailable");
        (await flows.Refusal(ValidRequests.GetSession("laptop"))).Code.ShouldBe("invalid_token");

        flows.Cognito.GlobalSignOut = _ => Now;
        (await flows.Send(ValidRequests.SignOut("phone", scope: SignOutScope.Everywhere))).Error.ShouldBeNull();
        (await flows.Refusal(ValidRequests.GetSession("laptop"))).Code.ShouldBe("invalid_token");
    }

    [Fact]
    public async Task Signed_out_phone_cannot_sign_the_laptop_out()
    {
        await using var flows = Flows();
        await flows.Send(ValidRequests.SignOut("phone"));

        (await flows.Refusal(ValidRequests.SignOut("phone", scope: SignOutScope.Everywhere))).Code.ShouldBe("invalid_token");
        (await flows.Send(ValidRequests.GetSession("laptop"))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Password_reset_ends_all_sessions()
    {
        await using var flows = Flows();
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => default(Success);
        flows.Cognito.AdminGetUser = _ => TestData.Profile();
        flows.Cognito.AdminUserGlobalSignOut = _ => Now;

        (await flows.Send(ValidRequests.ResetPassword())).Error.ShouldBeNull();

        (await flows.Refusal(ValidRequests.GetSession("phone"))).Code.ShouldBe("invalid_token");
    }

    private static FlowsUnderTest Flows()
    {
        var flows = new FlowsUnderTest(hasAdminApi: true, remembersSignOuts: true);
        flows.Verifier.Knows("phone", TestData.Token(session: "session-phone")).Knows("laptop", TestData.Token(session: "session-laptop")).Knows("bob", TestData.Token("sub-bob", "bob", "session-bob"));
        return flows;
    }
}
