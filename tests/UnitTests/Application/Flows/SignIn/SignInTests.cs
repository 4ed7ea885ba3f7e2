using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

public sealed class SignInTests
{
    private static readonly SignInOutcome Challenge = new SignInOutcome.ChallengeRequired(new Challenge("SOFTWARE_TOKEN_MFA", new Secret("a session"), "jane"));

    public static TheoryData<SignInCommand, SignInStart> Starts => new()
    {
        { ValidRequests.SignIn(), new SignInStart.Password(new Secret(ValidRequests.Password)) },
        { ValidRequests.SignIn(password: null, method: SignInMethod.Srp) with { SrpA = "0aF9" }, new SignInStart.Srp("0aF9") },
        { ValidRequests.SignIn(password: null, method: SignInMethod.Custom), new SignInStart.Custom() },
        { ValidRequests.SignIn(password: null, method: SignInMethod.Choice), new SignInStart.Choice() },
        { ValidRequests.SignIn(password: null, method: SignInMethod.EmailOtp), new SignInStart.Choice("EMAIL_OTP") },
        { ValidRequests.SignIn(password: null, method: SignInMethod.SmsOtp), new SignInStart.Choice("SMS_OTP") },
        { ValidRequests.SignIn(password: null, method: SignInMethod.Passkey), new SignInStart.Choice("WEB_AUTHN") },
        { ValidRequests.SignIn(password: null) with { Session = new Secret(new string('s', 20)) }, new SignInStart.ConfirmedSignUp(new Secret(new string('s', 20))) },
        { ValidRequests.SignIn() with { DeviceKey = "eu-west-1_0a-1b" }, new SignInStart.Password(new Secret(ValidRequests.Password)) { DeviceKey = "eu-west-1_0a-1b" } },
    };

    [Theory]
    [MemberData(nameof(Starts), DisableDiscoveryEnumeration = true)]
    public async Task Method_decides_how_the_sign_in_starts(SignInCommand command, SignInStart start)
    {
        await using var flows = new FlowsUnderTest(passkeys: new PasskeySettings("localhost", UserVerification.Preferred));
        StartCall? sent = null;
        flows.Cognito.StartSignIn = call =>
        {
            sent = call;
            return Challenge;
        };

        (await flows.Send(command)).Value.ShouldBeOfType<SignInOutcome.ChallengeRequired>();

        sent.ShouldBe(new StartCall(ValidRequests.Username, start));
    }

    [Theory]
    [InlineData("invalid_session", "invalid_session")]
    [InlineData("user_disabled", "invalid_credentials")]
    [InlineData("invalid_parameter", "invalid_credentials")]
    public async Task Used_session_of_a_sign_up_is_reported_and_the_account_stays_hidden(string code, string expected)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SignIn(password: null) with { Session = new Secret(new string('s', 20)) })).Code.ShouldBe(expected);
    }

    [Fact]
    public async Task New_session_is_admitted_with_a_mark_taken_before_the_sign_in()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", TestData.Token());
        var outcome = new SignInOutcome.Tokens(TestData.Tokens(refreshToken: "refresh-1"));
        flows.Cognito.StartSignIn = _ => outcome;

        (await flows.Send(ValidRequests.SignIn())).Value.ShouldBe(outcome);

        flows.CallLog.Entries.ShouldBe(["Mark", $"StartSignIn {ValidRequests.Username}", $"Admit {SomeSession.IdOf("session-1")} after 1"]);
    }

    [Fact]
    public async Task No_session_is_admitted_while_a_challenge_is_open()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => Challenge;

        await flows.Send(ValidRequests.SignIn());

        flows.CallLog.Entries.ShouldBe(["Mark", $"StartSignIn {ValidRequests.Username}"]);
    }

    [Fact]
    public async Task Sign_in_succeeds_even_if_the_token_cannot_be_read()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => new SignInOutcome.Tokens(TestData.Tokens("opaque"));

        (await flows.Send(ValidRequests.SignIn())).Value.ShouldBeOfType<SignInOutcome.Tokens>();
    }

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public async Task Errors_that_depend_on_the_account_are_all_the_same(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => TestData.Error(code).Because("SomeException");

        var error = await flows.Refusal(ValidRequests.SignIn());

        (error with { Reason = null }).ShouldBe(AuthErrors.InvalidCredentials);
        error.Reason.ShouldBe($"{code}: SomeException");
    }

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    public async Task Account_independent_errors_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SignIn())).ShouldBe(TestData.Error(code));
    }

    [Theory]
    [InlineData("user_not_confirmed")]
    [InlineData("password_reset_required")]
    [InlineData("user_disabled")]
    [InlineData("attempts_exceeded")]
    public async Task Cognitos_error_is_returned_if_existence_is_revealed(string code)
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.StartSignIn = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SignIn())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();
        var command = ValidRequests.SignIn("", "") with { DeviceKey = "no key", Session = null };

        (await flows.Faults(command)).ShouldBe(
        [
            "username: A username is required.", "password: A password is required.", "deviceKey: It must be a device key.",
        ]);
        (await flows.Faults(ValidRequests.SignIn(password: null))).ShouldBe(["password: A password is required."]);
        (await flows.Faults(ValidRequests.SignIn(password: new string('p', 257)))).ShouldBe(["password: It must have at most 256 characters."]);
        (await flows.Faults(ValidRequests.SignIn() with { Session = new Secret("short") })).ShouldBe(["session: It must be a session from an earlier response."]);
        (await flows.Faults(ValidRequests.SignIn() with { DeviceKey = $"{new string('d', 54)}_0" })).ShouldBe(["deviceKey: It must have at most 55 characters."]);
        (await flows.Faults(ValidRequests.SignIn() with { DeviceKey = "eu-west-1_0a\n" })).ShouldBe(["deviceKey: It must be a device key."]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("0aF9\n")]
    public async Task Public_SRP_value_must_be_a_hexadecimal_number(string? srpA)
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(ValidRequests.SignIn(password: null, method: SignInMethod.Srp) with { SrpA = srpA })).ShouldAllBe(fault => fault.StartsWith("srpA: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Typed_passwords_need_not_meet_the_policy()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.StartSignIn = _ => Challenge;

        (await flows.Send(ValidRequests.SignIn(password: "old"))).Error.ShouldBeNull();
    }
}
