using CognitoAuth.Application;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Notifications;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Notifications;

/// <summary>Which flows publish which notifications, and only if the event certainly happened.</summary>
public sealed class NotificationsTests
{
    private static readonly DateTimeOffset CognitosTime = new(2026, 1, 2, 3, 4, 7, TimeSpan.Zero);

    [Theory]
    [InlineData(ExistenceErrors.Hidden, true)]
    [InlineData(ExistenceErrors.Hidden, false)]
    [InlineData(ExistenceErrors.Revealed, true)]
    [InlineData(ExistenceErrors.Revealed, false)]
    public async Task SignedUp_is_published_for_a_new_account_with_details_that_the_response_hides(ExistenceErrors existence, bool isConfirmed)
    {
        await using var flows = new FlowsUnderTest(existence);
        flows.Cognito.SignUp = _ => isConfirmed ? new SignUpOutcome.Confirmed("sub-1") : new SignUpOutcome.ConfirmationRequired(new CodeDelivery(null, null, null), null, "sub-1");
        var attributes = TestData.Map(("email", "jane@example.com"));

        await flows.Send(ValidRequests.SignUp(attributes: attributes));

        flows.Notifications.Published.ShouldBe([new SignedUp(ValidRequests.Username, "sub-1", isConfirmed) { Attributes = attributes }]);
    }

    // In Hidden mode the response is the same 202 as for a new account.
    [Theory]
    [InlineData(ExistenceErrors.Hidden, "username_taken")]
    [InlineData(ExistenceErrors.Hidden, "delivery_failed")]
    [InlineData(ExistenceErrors.Hidden, "outcome_unknown")]
    [InlineData(ExistenceErrors.Revealed, "username_taken")]
    public async Task SignedUp_is_not_published_if_no_account_was_created_or_the_outcome_is_unknown(ExistenceErrors existence, string code)
    {
        await using var flows = new FlowsUnderTest(existence);
        flows.Cognito.SignUp = _ => TestData.Error(code);

        await flows.Send(ValidRequests.SignUp());

        flows.Notifications.Published.ShouldBeEmpty();
    }

    [Fact]
    public async Task SignUpConfirmed_is_published_for_a_confirmed_account()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmSignUp = (_, code, _) => code.Reveal() == "123456" ? Result<Secret?>.Of(null) : AuthErrors.CodeMismatch;

        await flows.Send(ValidRequests.ConfirmSignUp(code: "654321"));
        await flows.Send(ValidRequests.ConfirmSignUp());

        flows.Notifications.Published.ShouldBe([new SignUpConfirmed(ValidRequests.Username)]);
    }

    [Fact]
    public async Task SignedIn_has_the_user_and_session_of_the_token()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.StartSignIn = _ => new SignInOutcome.Tokens(TestData.Tokens());

        await flows.Send(ValidRequests.SignIn());

        flows.Notifications.Published.ShouldBe([new SignedIn("jane", "sub-1", SomeSession.IdOf("session-1"))]);
    }

    [Fact]
    public async Task SignedIn_is_published_after_the_last_challenge()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.StartSignIn = _ => ChallengeOf("EMAIL_OTP");
        flows.Cognito.RespondToAuthChallenge = call => call.Name == "EMAIL_OTP" ? ChallengeOf("SMS_MFA") : new SignInOutcome.Tokens(TestData.Tokens());

        await flows.Send(ValidRequests.SignIn());
        await flows.Send(AnswerOf("EMAIL_OTP") with { Code = new Secret("12345678") });
        flows.Notifications.Published.ShouldBeEmpty();
        await flows.Send(AnswerOf("SMS_MFA") with { Code = new Secret("123456") });

        flows.Notifications.Published.ShouldBe([new SignedIn("jane", "sub-1", SomeSession.IdOf("session-1"))]);
    }

    [Fact]
    public async Task SignedIn_has_the_typed_name_if_the_token_cannot_be_read()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => new SignInOutcome.Tokens(TestData.Tokens("opaque"));

        await flows.Send(ValidRequests.SignIn());

        flows.Notifications.Published.ShouldBe([new SignedIn(ValidRequests.Username, null, null)]);
    }

    [Fact]
    public async Task SignedIn_is_not_published_for_a_refused_sign_in_or_a_refresh()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.StartSignIn = _ => AuthErrors.InvalidCredentials;
        flows.Cognito.RespondToAuthChallenge = _ => AuthErrors.CodeMismatch;
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(TestData.Tokens());

        await flows.Send(ValidRequests.SignIn());
        await flows.Send(AnswerOf("SMS_MFA") with { Code = new Secret("123456") });
        await flows.Send(ValidRequests.RefreshTokens());

        flows.Notifications.Published.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task PasswordChanged_is_published_for_a_replaced_temporary_password_even_if_a_challenge_follows(bool isLast)
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.RespondToAuthChallenge = _ => isLast ? new SignInOutcome.Tokens(TestData.Tokens()) : ChallengeOf("MFA_SETUP");

        await flows.Send(AnswerOf("NEW_PASSWORD_REQUIRED") with { NewPassword = new Secret(ValidRequests.Password) });

        var changed = new PasswordChanged(ValidRequests.Username, null, PasswordChange.TemporaryReplaced, SessionsEnded: false);
        Notification[] signedIn = isLast ? [new SignedIn("jane", "sub-1", SomeSession.IdOf("session-1"))] : [];
        flows.Notifications.Published.ShouldBe([changed, .. signedIn]);
    }

    [Theory]
    [InlineData(true, true, false)]
    [InlineData(false, true, true)]
    [InlineData(false, false, false)]
    public async Task PasswordChanged_reports_whether_the_sessions_ended(bool keepSessions, bool couldEnd, bool sessionsEnded)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (_, _) => default(Success);
        flows.Cognito.GlobalSignOut = _ => couldEnd ? CognitosTime : AuthErrors.UpstreamUnavailable;

        await flows.Send(ValidRequests.ChangePassword(keepSessions: keepSessions));

        flows.Notifications.Published.ShouldBe([new PasswordChanged("jane", "sub-1", PasswordChange.Changed, sessionsEnded)]);
    }

    [Theory]
    [InlineData(false, null, false)]
    [InlineData(true, "sub-1", true)]
    public async Task PasswordChanged_is_published_for_a_reset(bool hasAdminApi, string? subject, bool sessionsEnded)
    {
        await using var flows = new FlowsUnderTest(hasAdminApi: hasAdminApi);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => default(Success);
        flows.Cognito.AdminGetUser = _ => TestData.Profile();
        flows.Cognito.AdminUserGlobalSignOut = _ => CognitosTime;

        await flows.Send(ValidRequests.ResetPassword());

        flows.Notifications.Published.ShouldBe([new PasswordChanged(ValidRequests.Username, subject, PasswordChange.Reset, sessionsEnded)]);
    }

    [Theory]
    [InlineData("code_mismatch")]
    [InlineData("outcome_unknown")]
    public async Task PasswordChanged_is_not_published_if_the_password_may_be_unchanged(string code)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (_, _) => TestData.Error(code);
        flows.Cognito.ConfirmForgotPassword = (_, _, _) => TestData.Error(code);
        flows.Cognito.RespondToAuthChallenge = _ => TestData.Error(code);

        await flows.Send(ValidRequests.ChangePassword());
        await flows.Send(ValidRequests.ResetPassword());
        await flows.Send(AnswerOf("NEW_PASSWORD_REQUIRED") with { NewPassword = new Secret(ValidRequests.Password) });

        flows.Notifications.Published.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(SignOutScope.Session)]
    [InlineData(SignOutScope.Everywhere)]
    public async Task SignedOut_names_the_session_and_user_of_an_access_token(SignOutScope scope)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        await flows.Send(ValidRequests.SignOut("access-1", scope: scope));

        flows.Notifications.Published.ShouldBe([new SignedOut(scope, SomeSession.IdOf("session-1"), "sub-1")]);
    }

    [Theory]
    [InlineData(SignOutScope.Session)]
    [InlineData(SignOutScope.Everywhere)]
    public async Task SignedOut_names_the_session_and_user_of_a_refresh_token(SignOutScope scope)
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(TestData.Tokens("access-2"));
        flows.Cognito.RevokeToken = _ => default(Success);
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1", scope: scope));

        flows.Notifications.Published.ShouldBe([new SignedOut(scope, SomeSession.IdOf("session-1"), "sub-1")]);
    }

    [Fact]
    public async Task SignedOut_names_the_session_of_a_token_that_this_process_rotated()
    {
        await using var flows = new FlowsUnderTest();
        await Rotate(flows);

        await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1", scope: SignOutScope.Everywhere));

        flows.Notifications.Published.ShouldBe([new SignedOut(SignOutScope.Session, SomeSession.IdOf("session-1"), "sub-1")]);
    }

    [Fact]
    public async Task SignedOut_is_not_published_if_the_sign_out_failed_or_the_session_is_unknown()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.GlobalSignOut = _ => AuthErrors.UpstreamUnavailable;
        flows.Cognito.RevokeToken = _ => AuthErrors.UpstreamUnavailable;
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(AuthErrors.InvalidRefreshToken);

        await flows.Send(ValidRequests.SignOut("access-1", "refresh-1"));
        await flows.Send(ValidRequests.SignOut("access-1", scope: SignOutScope.Everywhere));
        await flows.Send(ValidRequests.SignOut(refreshToken: "refresh-1"));

        flows.Notifications.Published.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefreshTokenReused_names_the_session_if_it_is_known(bool isKnown)
    {
        await using var flows = new FlowsUnderTest();
        await Rotate(flows);
        var used = isKnown ? "refresh-1" : "refresh-of-another-instance";

        await flows.Send(ValidRequests.RefreshTokens(used));

        flows.Notifications.Published.ShouldBe([new RefreshTokenReused(isKnown ? SomeSession.IdOf("session-1") : null, isKnown ? "sub-1" : null)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AccountDeleted_is_published_whether_or_not_the_sessions_could_be_ended_here(bool couldEnd)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteUser = _ => CognitosTime;
        flows.Revocations.IsDown = !couldEnd;

        await flows.Send(ValidRequests.DeleteMe());

        flows.Notifications.Published.ShouldBe([new AccountDeleted("jane", "sub-1")]);
    }

    [Fact]
    public async Task AccountDeleted_is_not_published_if_the_account_still_exists()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.DeleteUser = _ => AuthErrors.UpstreamUnavailable;

        await flows.Send(ValidRequests.DeleteMe());

        flows.Notifications.Published.ShouldBeEmpty();
    }

    [Fact]
    public void No_notification_contains_a_secret()
    {
        var notifications = typeof(Notification).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(Notification)) && !type.IsAbstract).ToList();

        notifications.Count.ShouldBe(7);
        notifications.SelectMany(type => type.GetProperties()).ShouldAllBe(property => property.PropertyType != typeof(Secret) && property.PropertyType != typeof(TokenSet) && property.PropertyType != typeof(VerifiedToken));
    }

    private static SignInOutcome.ChallengeRequired ChallengeOf(string name) => new(new Challenge(name, new Secret(new string('s', 20)), "jane"));

    private static AnswerChallengeCommand AnswerOf(string name) => new(name, new Secret(new string('s', 20)), ValidRequests.Username);

    /// <summary>Rotates <c>refresh-1</c>; every later use of a refresh token is a reuse.</summary>
    private static async Task Rotate(FlowsUnderTest flows)
    {
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.RevokeToken = _ => default(Success);
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(TestData.Tokens("access-2", "refresh-2"));
        (await flows.Send(ValidRequests.RefreshTokens())).Error.ShouldBeNull();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(AuthErrors.RefreshTokenReused);
    }
}
