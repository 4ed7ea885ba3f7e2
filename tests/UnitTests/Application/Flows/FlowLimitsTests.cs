using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows;

/// <summary>The limits of each flow, in addition to the limit per client, and which of its responses are delayed.</summary>
public sealed class FlowLimitsTests
{
    private const string Jane = "Jane@Example.com";
    private const string Phone = "+4915112345678";
    private const string Session = "session-of-twenty-characters-and-more";

    private static readonly RateLimitsOptions Limits = new();

    private static readonly RateLimitKey SignIn = Limits.SignInPerAccount.OfAccount("sign-in", Jane);
    private static readonly RateLimitKey Codes = Limits.CodesPerAccount.OfAccount("account", Jane);
    private static readonly RateLimitKey ToJane = Limits.CodesPerAccount.OfDestination(Jane);
    private static readonly RateLimitKey Attempts = Limits.AttemptsPerSession.OfSession(new Secret(Session));

    [Theory]
    [InlineData(SignInMethod.Password)]
    [InlineData(SignInMethod.Choice)]
    [InlineData(SignInMethod.Passkey)]
    [InlineData(SignInMethod.Srp)]
    [InlineData(SignInMethod.Custom)]
    public void A_sign_in_counts_against_the_account(SignInMethod method) => Of(ValidRequests.SignIn(Jane, method: method)).ShouldBe([SignIn]);

    [Theory]
    [InlineData(SignInMethod.EmailOtp)]
    [InlineData(SignInMethod.SmsOtp)]
    public void A_sign_in_by_code_also_counts_as_a_code(SignInMethod method) => Of(ValidRequests.SignIn(Jane, method: method)).ShouldBe([SignIn, Codes, ToJane]);

    [Theory]
    [InlineData("EMAIL_OTP", null)]
    [InlineData("SOFTWARE_TOKEN_MFA", null)]
    [InlineData("PASSWORD", null)]
    [InlineData("SELECT_CHALLENGE", "PASSWORD")]
    public void An_answer_to_a_challenge_counts_against_the_session_and_the_account(string name, string? choice) => Of(Answer(name, choice)).ShouldBe([Attempts, SignIn]);

    [Theory]
    [InlineData("SELECT_CHALLENGE", "EMAIL_OTP")]
    [InlineData("SELECT_CHALLENGE", "SMS_OTP")]
    [InlineData("SELECT_MFA_TYPE", "SMS_MFA")]
    [InlineData("SELECT_MFA_TYPE", "EMAIL_MFA")]
    public void A_choice_that_sends_a_code_also_counts_as_a_code(string name, string choice) => Of(Answer(name, choice)).ShouldBe([Attempts, SignIn, Codes, ToJane]);

    [Theory]
    [InlineData("PASSWORD_SRP")]
    [InlineData("WEB_AUTHN")]
    [InlineData("SOFTWARE_TOKEN_MFA")]
    public void A_choice_that_sends_no_code_is_not_counted_as_one(string choice) => Of(Answer("SELECT_CHALLENGE", choice)).ShouldBe([Attempts, SignIn]);

    [Fact]
    public void An_unknown_choice_counts_as_a_code_since_it_may_send_one() => Of(Answer("SELECT_CHALLENGE", "CARRIER_PIGEON_OTP")).ShouldBe([Attempts, SignIn, Codes, ToJane]);

    [Fact]
    public void A_new_row_of_the_table_counts_by_its_properties_and_not_by_its_name()
    {
        ChallengeRow Row(string name) => new(name, _ => new ChallengeAnswer.Nothing());
        ChallengeAnswers challenges = new([Row("WHATSAPP_OTP") with { SendsCodeTo = "phone_number" }, Row("SMS_MUTE")]);

        Answer("SELECT_CHALLENGE", "WHATSAPP_OTP").Limits(Limits, challenges).ShouldBe([Attempts, SignIn, Codes, ToJane]);
        Answer("SELECT_CHALLENGE", "SMS_MUTE").Limits(Limits, challenges).ShouldBe([Attempts, SignIn]);
    }

    [Fact]
    public void An_answer_without_a_session_counts_against_the_account() => Of(new AnswerChallengeCommand("PASSWORD_VERIFIER", Session: null, Jane)).ShouldBe([SignIn]);

    [Fact]
    public void Setting_up_an_authenticator_during_a_sign_in_counts_against_the_session()
    {
        Of(new SetUpTotpInSignInCommand(new Secret(Session), Jane)).ShouldBe([Attempts]);
        Of(new VerifyTotpInSignInCommand(new Secret(Session), new Secret("123456"))).ShouldBe([Attempts]);
    }

    // Separate from sign-ins: an attacker who uses up one counter must not block the owner from the other flow.
    [Fact]
    public void Confirmations_and_resets_have_separate_counters_of_the_account()
    {
        Of(ValidRequests.ConfirmSignUp(Jane)).ShouldBe([Limits.SignInPerAccount.OfAccount("confirm", Jane)]);
        Of(ValidRequests.ResetPassword(Jane)).ShouldBe([Limits.SignInPerAccount.OfAccount("reset", Jane)]);
    }

    [Fact]
    public void Requests_for_a_code_count_against_the_account_and_the_address()
    {
        Of(ValidRequests.ForgotPassword(Jane)).ShouldBe([Codes, ToJane]);
        Of(ValidRequests.ResendCode(Jane)).ShouldBe([Codes, ToJane]);
        Of(ValidRequests.ForgotPassword(Phone)).ShouldBe([Limits.CodesPerAccount.OfAccount("account", Phone), Limits.CodesPerAccount.OfDestination(Phone)]);
        Of(ValidRequests.ForgotPassword("jane")).ShouldBe([Limits.CodesPerAccount.OfAccount("account", "jane")]);
    }

    [Fact]
    public void A_sign_up_counts_against_each_address_that_its_code_could_go_to()
    {
        Of(ValidRequests.SignUp("jane", attributes: TestData.Map(("email", Jane), ("phone_number", Phone), ("name", "Jane")))).ShouldBe(
            [Limits.CodesPerAccount.OfAccount("account", "jane"), ToJane, Limits.CodesPerAccount.OfDestination(Phone)]);
        Of(ValidRequests.SignUp(Jane, attributes: TestData.Map(("email", "jane@example.com")))).ShouldBe([Codes, ToJane]);
        Of(ValidRequests.SignUp("jane", attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = null! })).Count.ShouldBe(1);
    }

    [Fact]
    public void Codes_of_a_signed_in_user_count_against_the_user_and_the_new_address()
    {
        var user = Limits.CodesPerAccount.OfAccount("caller", "sub-1");
        Of(ValidRequests.UpdateAttributes(("email", Jane), ("name", "Jane"))).ShouldBe([user, ToJane]);
        Of(ValidRequests.UpdateAttributes(("email", null), ("name", "Jane"))).ShouldBeEmpty();
        Of(ValidRequests.SendAttributeCode()).ShouldBe([user]);
    }

    [Theory]
    [InlineData(typeof(SignUpCommand))]
    [InlineData(typeof(ResendCodeCommand))]
    [InlineData(typeof(CognitoAuth.Application.Flows.Password.ForgotPasswordCommand))]
    public void Responses_that_anyone_gets_are_always_delayed(Type flow) => FloorsOf(flow).ShouldBe([AnswerFloor.Always]);

    [Theory]
    [InlineData(typeof(ConfirmSignUpCommand))]
    [InlineData(typeof(AnswerChallengeCommand))]
    [InlineData(typeof(CognitoAuth.Application.Flows.Password.ResetPasswordCommand))]
    public void Success_of_the_owner_is_never_delayed(Type flow) => FloorsOf(flow).ShouldBe([AnswerFloor.Failures]);

    // With a password only the owner gets a challenge; with the other methods anyone does.
    [Fact]
    public void A_challenge_that_anyone_gets_is_delayed()
    {
        ((IPublicFlow)ValidRequests.SignIn()).AnswerFloor.ShouldBe(AnswerFloor.Failures);
        ((IPublicFlow)new SignInCommand(Jane) { Method = SignInMethod.Choice, Session = new Secret(Session) }).AnswerFloor.ShouldBe(AnswerFloor.Failures);
        foreach (var method in Enum.GetValues<SignInMethod>().Except([SignInMethod.Password])) ((IPublicFlow)ValidRequests.SignIn(method: method)).AnswerFloor.ShouldBe(AnswerFloor.Always);
    }

    // A public flow that names an account declares its counters, and which of its responses are delayed.
    [Fact]
    public void Every_public_flow_that_names_an_account_declares_its_limits_and_delays()
    {
        var flows = typeof(IPublicFlow).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IPublicFlow)) && type.GetProperty("Username") is not null).ToList();

        flows.Count.ShouldBeGreaterThan(5);
        flows.Where(flow => Example(flow).Limits(Limits).Count == 0).ShouldBeEmpty();
        // Its session requires a correct password.
        flows.Where(flow => FloorsOf(flow).Contains(AnswerFloor.None)).ShouldBe([typeof(SetUpTotpInSignInCommand)]);
    }

    private static AnswerChallengeCommand Answer(string name, string? choice) => new(name, new Secret(Session), Jane) { Choice = choice };

    private static IReadOnlyList<RateLimitKey> Of(IPublicFlow flow) => flow.Limits(Limits);

    private static IReadOnlyList<RateLimitKey> Of(IProtectedFlow flow) => flow.Limits(Limits, TestData.Token());

    private static IEnumerable<AnswerFloor> FloorsOf(Type flow) => [Example(flow).AnswerFloor];

    // Every member is a name or a secret.
    private static IPublicFlow Example(Type flow) => (IPublicFlow)flow.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.Invoke(
        [.. flow.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters().Select(parameter => (object)(parameter.ParameterType == typeof(Secret) ? new Secret(Session) : Jane))]);
}
