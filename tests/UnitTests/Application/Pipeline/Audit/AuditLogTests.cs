using CognitoAuth.Application;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Application.Pipeline.Audit;

public sealed class AuditLogTests
{
    private static readonly Secret Session = new(new string('s', 20));
    private static readonly DateTimeOffset CognitosTime = new(2026, 1, 2, 3, 4, 7, TimeSpan.Zero);

    [Fact]
    public async Task Event_contains_user_action_outcome_and_address()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.StartSignIn = _ => new SignInOutcome.Tokens(TestData.Tokens());

        await flows.Send(ValidRequests.SignIn());

        var happened = flows.Logs.Audit.ShouldHaveSingleItem();
        happened.Category.ShouldBe("CognitoAuth.Audit");
        happened.EventId.Name.ShouldBe("SecurityEvent");
        happened.Level.ShouldBe(LogLevel.Information);
        var values = happened.Values.Where(value => value.Key != "{OriginalFormat}").ToDictionary(StringComparer.Ordinal);
        values["Account"].ShouldBeOfType<string>().ShouldAllBe(character => char.IsAsciiHexDigitLower(character));
        values.Remove("Account");
        values.ShouldBe(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["SecurityEvent"] = "sign_in.succeeded",
                ["Subject"] = "sub-1",
                ["Session"] = "session-1",
                ["ClientId"] = "client-1",
                ["Factor"] = "Password",
                ["IpAddress"] = "192.0.2.1",
                ["Flow"] = "SignInCommand",
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task Each_step_of_a_sign_in_has_an_event_with_its_factor()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        flows.Cognito.StartSignIn = _ => ChallengeOf("SMS_MFA");
        flows.Cognito.RespondToAuthChallenge = answered => answered.Answer == new ChallengeAnswer.Code(new Secret("123456")) ? new SignInOutcome.Tokens(TestData.Tokens()) : AuthErrors.CodeMismatch;

        await flows.Send(ValidRequests.SignIn());
        await flows.Send(AnswerOf("SMS_MFA", "654321"));
        await flows.Send(AnswerOf("SMS_MFA", "123456"));

        Events(flows, "Factor").ShouldBe(["sign_in.challenged SMS_MFA", "challenge.failed SMS_MFA", "sign_in.succeeded SMS_MFA"]);
    }

    // Only the operator may see the state of an account.
    [Fact]
    public async Task Event_contains_the_actual_error_if_the_caller_gets_another()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => AuthErrors.UserDisabled.Because("UserDisabledException");
        flows.Cognito.SignUp = _ => AuthErrors.UsernameTaken;
        flows.Cognito.ForgotPassword = _ => AuthErrors.NotFound;

        (await flows.Refusal(ValidRequests.SignIn())).Code.ShouldBe("invalid_credentials");
        (await flows.Send(ValidRequests.SignUp())).Error.ShouldBeNull();
        (await flows.Send(ValidRequests.ForgotPassword())).Error.ShouldBeNull();

        Events(flows, "ErrorCode").ShouldBe(["sign_in.failed user_disabled", "sign_up.failed username_taken", "password.reset_request_failed not_found"]);
    }

    [Fact]
    public async Task Changes_of_signed_in_users_to_their_accounts_have_events()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.ChangePassword = (_, _) => default(Success);
        flows.Cognito.UpdateUserAttributes = _ => Result<IReadOnlyList<CodeDelivery>>.Of([]);
        flows.Cognito.SetUserMFAPreference = _ => default(Success);
        flows.Cognito.DeleteUser = _ => CognitosTime;
        flows.Cognito.GlobalSignOut = _ => CognitosTime;

        await flows.Send(ValidRequests.ChangePassword(keepSessions: true));
        await flows.Send(ValidRequests.UpdateAttributes(("name", "Jane")));
        await flows.Send(ValidRequests.SetMfaPreference(new MfaPreferences { Totp = new MfaPreference(Enabled: true, Preferred: null) }));
        await flows.Send(ValidRequests.SignOut("access-1"));
        await flows.Send(ValidRequests.SignOut("access-1", scope: SignOutScope.Everywhere));
        await flows.Send(ValidRequests.DeleteMe());

        Events(flows, "Subject").ShouldBe(["password.changed sub-1", "attribute.changed sub-1", "mfa.changed sub-1", "sign_out.session sub-1", "sign_out.everywhere sub-1", "account.deleted sub-1"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reused_refresh_token_is_a_warning_with_its_session_if_known(bool isKnown)
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.RevokeToken = _ => default(Success);
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(TestData.Tokens("access-2", "refresh-2"));
        await flows.Send(ValidRequests.RefreshTokens());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Task.FromResult<Result<TokenSet>>(AuthErrors.RefreshTokenReused);

        await flows.Send(ValidRequests.RefreshTokens(isKnown ? "refresh-1" : "refresh-0"));

        Events(flows, "Session").ShouldBe(["token.refreshed session-1", isKnown ? "refresh_token.reused session-1" : "refresh_token.reused"]);
        flows.Logs.Audit[^1].Level.ShouldBe(LogLevel.Warning);
    }

    [Fact]
    public async Task Each_caller_of_a_shared_refresh_has_an_event_with_the_session()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        var answer = new TaskCompletionSource<Result<TokenSet>>();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => answer.Task;

        var both = Task.WhenAll(flows.Send(ValidRequests.RefreshTokens()), flows.Send(ValidRequests.RefreshTokens()));
        answer.SetResult(TestData.Tokens("access-2"));
        await both;

        Events(flows, "Session").ShouldBe(["token.refreshed session-1", "token.refreshed session-1"]);
    }

    [Fact]
    public async Task Refused_token_has_an_event_with_the_reason()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Verifier.Knows("old", TestData.OldToken());

        await flows.Send(ValidRequests.GetMe("forged"));
        await flows.Send(ValidRequests.VerifyAccess(groups: ["admins"]));
        await flows.Send(ValidRequests.DeleteMe("old"));
        flows.Revocations.Status = RevocationStatus.SessionEnded;
        await flows.Send(ValidRequests.GetSession());

        flows.Logs.Audit.Select(happened => $"{happened.Values["SecurityEvent"]} {happened.Values["ErrorCode"]} {happened.Values.GetValueOrDefault("Reason")} {happened.Values.GetValueOrDefault("Subject")}").ShouldBe(
        [
            "access.refused invalid_token forged ", "access.refused forbidden not in group sub-1", "access.refused reauthentication_required  sub-1", "access.refused invalid_token signed out sub-1",
        ]);
    }

    // nginx calls it for every visitor, signed in or not.
    [Fact]
    public async Task Callers_without_a_token_and_queries_have_no_event()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        await flows.Send(ValidRequests.VerifyAccess(""));
        await flows.Send(ValidRequests.VerifyAccess());
        await flows.Send(ValidRequests.GetSession());

        flows.Logs.Audit.ShouldBeEmpty();
    }

    [Fact]
    public async Task Exceeded_rate_limit_is_a_warning_for_every_flow()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.StartSignIn = _ => AuthErrors.RateLimited.Because("SignInPerAccount");
        flows.Cognito.GetUser = _ => AuthErrors.RateLimited.Because("a limit");

        await flows.Send(ValidRequests.SignIn());
        await flows.Send(ValidRequests.GetMe());

        Events(flows, "Reason").ShouldBe(["rate_limit.exceeded SignInPerAccount", "rate_limit.exceeded a limit"]);
        flows.Logs.Audit.ShouldAllBe(happened => happened.Level == LogLevel.Warning);
    }

    [Fact]
    public async Task Bug_has_the_event_of_a_failure()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => throw new InvalidOperationException("quotes the request");

        await Should.ThrowAsync<InvalidOperationException>(flows.Send(ValidRequests.SignIn()));

        Events(flows, "ErrorCode").ShouldBe(["sign_in.failed internal_error"]);
        flows.Logs.Text.ShouldNotContain("quotes");
    }

    // Line breaks in a name or in an unknown challenge must not create log lines.
    [Fact]
    public async Task Events_contain_no_text_from_a_caller()
    {
        const string Typed = "typed\nsign_in.succeeded";
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);

        await flows.Send(ValidRequests.SignIn(Typed, Typed));
        await flows.Send(ValidRequests.SignUp(Typed, Typed, TestData.Map((Typed, Typed))));
        await flows.Send(AnswerOf(Typed, Typed) with { Choice = Typed });
        await flows.Send(ValidRequests.SignOut(Typed, Typed));
        await flows.Send(ValidRequests.GetMe(Typed));
        await flows.Send(ValidRequests.VerifyAttribute(Typed, Typed));

        flows.Logs.Audit.Count.ShouldBe(6);
        flows.Logs.Audit.SelectMany(happened => happened.Values.Values).OfType<string>().ShouldAllBe(value => !value.Contains("typ", StringComparison.Ordinal));
    }

    // Every command has an event.
    [Fact]
    public void Every_command_except_the_start_of_a_set_up_is_audited()
    {
        var commands = typeof(AuditedAttribute).Assembly.GetTypes()
            .Where(type => type.Name.EndsWith("Command", StringComparison.Ordinal) && type.GetInterfaces().Any(implemented => implemented.IsGenericType && implemented.GetGenericTypeDefinition() == typeof(IFlow<>))).ToList();

        commands.Count.ShouldBeGreaterThan(15);
        // What they return has no effect until it is proven, which is audited.
        commands.Where(type => !type.IsDefined(typeof(AuditedAttribute), inherit: false)).Select(type => type.Name).ShouldBe(["SetUpTotpCommand", "SetUpTotpInSignInCommand", "StartPasskeyCommand"], ignoreOrder: true);
    }

    private static IReadOnlyList<string> Events(FlowsUnderTest flows, string with) => [.. flows.Logs.Audit.Select(happened => $"{happened.Values["SecurityEvent"]} {happened.Values.GetValueOrDefault(with)}".TrimEnd())];

    private static SignInOutcome.ChallengeRequired ChallengeOf(string name) => new(new Challenge(name, Session, "jane"));

    private static AnswerChallengeCommand AnswerOf(string name, string code) => new(name, Session, ValidRequests.Username) { Code = new Secret(code) };
}
