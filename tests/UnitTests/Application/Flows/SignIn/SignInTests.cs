using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

public sealed class SignInTests
{
    private static readonly SignInOutcome Challenge = new SignInOutcome.ChallengeRequired(new Challenge("SOFTWARE_TOKEN_MFA", new Secret("a session"), "jane"));

    public static TheoryData<SignInCommand, string, string[]> Starts => new()
    {
        { Commands.SignIn(), "USER_PASSWORD_AUTH", [$"PASSWORD={Commands.Password}"] },
        { Commands.SignIn(password: null, method: SignInMethod.Srp) with { SrpA = "0aF9" }, "USER_SRP_AUTH", ["SRP_A=0aF9"] },
        { Commands.SignIn(password: null, method: SignInMethod.Custom), "CUSTOM_AUTH", [] },
        { Commands.SignIn(password: null, method: SignInMethod.Choice), "USER_AUTH", [] },
        { Commands.SignIn(password: null, method: SignInMethod.EmailOtp), "USER_AUTH", ["PREFERRED_CHALLENGE=EMAIL_OTP"] },
        { Commands.SignIn(password: null, method: SignInMethod.SmsOtp), "USER_AUTH", ["PREFERRED_CHALLENGE=SMS_OTP"] },
        { Commands.SignIn(password: null, method: SignInMethod.Passkey), "USER_AUTH", ["PREFERRED_CHALLENGE=WEB_AUTHN"] },
        { Commands.SignIn(password: null) with { Session = new Secret(new string('s', 20)) }, "USER_AUTH", [] },
        { Commands.SignIn() with { DeviceKey = "eu-west-1_0a-1b" }, "USER_PASSWORD_AUTH", ["DEVICE_KEY=eu-west-1_0a-1b", $"PASSWORD={Commands.Password}"] },
    };

    [Theory]
    [MemberData(nameof(Starts), DisableDiscoveryEnumeration = true)]
    public async Task Starts_the_flow_of_the_method(SignInCommand command, string authFlow, string[] parameters)
    {
        await using var flows = new FlowsUnderTest(passkeys: new PasskeySettings("localhost", UserVerification.Preferred));
        InitiateAuthCall? sent = null;
        flows.Cognito.InitiateAuth = call =>
        {
            sent = call;
            return Challenge;
        };

        (await flows.Send(command)).Value.ShouldBeOfType<SignInOutcome.ChallengeRequired>();

        sent!.AuthFlow.ShouldBe(authFlow);
        sent.Username.ShouldBe(Commands.Username);
        sent.Session.ShouldBe(command.Session);
        sent.Parameters.Select(parameter => $"{parameter.Key}={parameter.Value}").Order(StringComparer.Ordinal).ShouldBe(parameters);
    }

    [Fact]
    public async Task Admits_the_new_session_with_a_mark_that_was_taken_before_the_sign_in()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-1", Some.Token());
        var outcome = new SignInOutcome.Tokens(Some.Tokens(refreshToken: "refresh-1"));
        flows.Cognito.InitiateAuth = _ => outcome;

        (await flows.Send(Commands.SignIn())).Value.ShouldBe(outcome);

        flows.Journal.Entries.ShouldBe(["Mark", $"InitiateAuth {Commands.Username}", $"Admit {SomeSession.IdOf("session-1")} after 1"]);
    }

    [Fact]
    public async Task Admits_nothing_while_a_challenge_is_open()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.InitiateAuth = _ => Challenge;

        await flows.Send(Commands.SignIn());

        flows.Journal.Entries.ShouldBe(["Mark", $"InitiateAuth {Commands.Username}"]);
    }

    [Fact]
    public async Task Signs_in_also_when_the_token_cannot_be_read()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.InitiateAuth = _ => new SignInOutcome.Tokens(Some.Tokens("opaque"));

        (await flows.Send(Commands.SignIn())).Value.ShouldBeOfType<SignInOutcome.Tokens>();
    }

    [Theory]
    [MemberData(nameof(Some.AccountErrors), MemberType = typeof(Some))]
    public async Task Gives_one_answer_for_whatever_depends_on_the_account(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.InitiateAuth = _ => Some.Error(code).Because("SomeException");

        var error = await flows.Refusal(Commands.SignIn());

        (error with { Reason = null }).ShouldBe(AuthErrors.InvalidCredentials);
        error.Reason.ShouldBe($"{code}: SomeException");
    }

    [Theory]
    [MemberData(nameof(Some.ToldErrors), MemberType = typeof(Some))]
    public async Task Tells_what_is_alike_for_every_name(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.InitiateAuth = _ => Some.Error(code);

        (await flows.Refusal(Commands.SignIn())).ShouldBe(Some.Error(code));
    }

    [Theory]
    [InlineData("user_not_confirmed")]
    [InlineData("password_reset_required")]
    [InlineData("user_disabled")]
    [InlineData("attempts_exceeded")]
    public async Task Tells_the_error_itself_when_existence_is_revealed(string code)
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.InitiateAuth = _ => Some.Error(code);

        (await flows.Refusal(Commands.SignIn())).ShouldBe(Some.Error(code));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_each_member()
    {
        await using var flows = new FlowsUnderTest();
        var command = Commands.SignIn("", "") with { DeviceKey = "no key", Session = null };

        (await flows.Faults(command)).ShouldBe(
        [
            "username: A username is required.", "password: A password is required.", "deviceKey: It must be a device key.",
        ]);
        (await flows.Faults(Commands.SignIn(password: null))).ShouldBe(["password: A password is required."]);
        (await flows.Faults(Commands.SignIn(password: new string('p', 257)))).ShouldBe(["password: It must have at most 256 characters."]);
        (await flows.Faults(Commands.SignIn() with { Session = new Secret("short") })).ShouldBe(["session: It must be a session of an earlier answer."]);
        (await flows.Faults(Commands.SignIn() with { DeviceKey = $"{new string('d', 54)}_0" })).ShouldBe(["deviceKey: It must have at most 55 characters."]);
        (await flows.Faults(Commands.SignIn() with { DeviceKey = "eu-west-1_0a\n" })).ShouldBe(["deviceKey: It must be a device key."]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("0aF9\n")]
    public async Task Refuses_a_public_SRP_value_that_is_no_hexadecimal_number(string? srpA)
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(Commands.SignIn(password: null, method: SignInMethod.Srp) with { SrpA = srpA })).ShouldAllBe(fault => fault.StartsWith("srpA: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_hold_typed_passwords_to_the_policy()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.InitiateAuth = _ => Challenge;

        (await flows.Send(Commands.SignIn(password: "old"))).Error.ShouldBeNull();
    }
}
