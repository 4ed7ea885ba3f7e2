using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows;

/// <summary>What each flow counts against beside the limit per client, and which of its answers are held back.</summary>
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
    public void A_sign_in_counts_for_the_account(SignInMethod method) => Of(ValidRequests.SignIn(Jane, method: method)).ShouldBe([SignIn]);

    [Theory]
    [InlineData(SignInMethod.EmailOtp)]
    [InlineData(SignInMethod.SmsOtp)]
    public void A_sign_in_by_code_counts_as_a_code_too(SignInMethod method) => Of(ValidRequests.SignIn(Jane, method: method)).ShouldBe([SignIn, Codes, ToJane]);

    [Theory]
    [InlineData("EMAIL_OTP", null)]
    [InlineData("SOFTWARE_TOKEN_MFA", null)]
    [InlineData("PASSWORD", null)]
    [InlineData("SELECT_CHALLENGE", "PASSWORD")]
    public void An_answer_to_a_challenge_counts_for_the_session_and_the_account(string name, string? choice) => Of(Answer(name, choice)).ShouldBe([Attempts, SignIn]);

    [Theory]
    [InlineData("SELECT_CHALLENGE", "EMAIL_OTP")]
    [InlineData("SELECT_CHALLENGE", "SMS_OTP")]
    [InlineData("SELECT_MFA_TYPE", "SMS_MFA")]
    [InlineData("SELECT_MFA_TYPE", "EMAIL_MFA")]
    public void A_choice_that_sends_a_code_counts_as_a_code_too(string name, string choice) => Of(Answer(name, choice)).ShouldBe([Attempts, SignIn, Codes, ToJane]);

    [Theory]
    [InlineData("PASSWORD_SRP")]
    [InlineData("WEB_AUTHN")]
    [InlineData("SOFTWARE_TOKEN_MFA")]
    public void A_choice_that_sends_no_code_is_not_counted_as_one(string choice) => Of(Answer("SELECT_CHALLENGE", choice)).ShouldBe([Attempts, SignIn]);

    [Fact]
    public void A_choice_that_is_not_known_counts_as_a_code_since_it_may_send_one() => Of(Answer("SELECT_CHALLENGE", "CARRIER_PIGEON_OTP")).ShouldBe([Attempts, SignIn, Codes, ToJane]);

    [Fact]
    public void A_new_row_of_the_table_counts_by_what_it_says_and_not_by_its_name()
    {
        ChallengeRow Row(string name) => new(name, _ => new ChallengeAnswer.Nothing());
        ChallengeAnswers challenges = new([Row("WHATSAPP_OTP") with { SendsCodeTo = "phone_number" }, Row("SMS_MUTE")]);

        Answer("SELECT_CHALLENGE", "WHATSAPP_OTP").Limits(Limits, challenges).ShouldBe([Attempts, SignIn, Codes, ToJane]);
        Answer("SELECT_CHALLENGE", "SMS_MUTE").Limits(Limits, challenges).ShouldBe([Attempts, SignIn]);
    }

    [Fact]
    public void An_answer_without_a_session_counts_for_the_account() => Of(new AnswerChallengeCommand("PASSWORD_VERIFIER", Session: null, Jane)).ShouldBe([SignIn]);

    [Fact]
    public void Setting_an_authenticator_up_inside_a_sign_in_counts_for_the_session()
    {
        Of(new SetUpTotpInSignInCommand(new Secret(Session), Jane)).ShouldBe([Attempts]);
        Of(new VerifyTotpInSignInCommand(new Secret(Session), new Secret("123456"))).ShouldBe([Attempts]);
    }

    // Apart from sign-ins: whoever keeps the owner from the one must not keep the owner from the other.
    [Fact]
    public void Confirming_and_resetting_count_for_the_account_each_apart()
    {
        Of(ValidRequests.ConfirmSignUp(Jane)).ShouldBe([Limits.SignInPerAccount.OfAccount("confirm", Jane)]);
        Of(ValidRequests.ResetPassword(Jane)).ShouldBe([Limits.SignInPerAccount.OfAccount("reset", Jane)]);
    }

    [Fact]
    public void Calls_for_a_code_count_for_the_account_and_for_the_address()
    {
        Of(ValidRequests.ForgotPassword(Jane)).ShouldBe([Codes, ToJane]);
        Of(ValidRequests.ResendCode(Jane)).ShouldBe([Codes, ToJane]);
        Of(ValidRequests.ForgotPassword(Phone)).ShouldBe([Limits.CodesPerAccount.OfAccount("account", Phone), Limits.CodesPerAccount.OfDestination(Phone)]);
        Of(ValidRequests.ForgotPassword("jane")).ShouldBe([Limits.CodesPerAccount.OfAccount("account", "jane")]);
    }

    [Fact]
    public void A_sign_up_counts_for_each_address_that_its_code_could_go_to()
    {
        Of(ValidRequests.SignUp("jane", attributes: TestData.Map(("email", Jane), ("phone_number", Phone), ("name", "Jane")))).ShouldBe(
            [Limits.CodesPerAccount.OfAccount("account", "jane"), ToJane, Limits.CodesPerAccount.OfDestination(Phone)]);
        Of(ValidRequests.SignUp(Jane, attributes: TestData.Map(("email", "jane@example.com")))).ShouldBe([Codes, ToJane]);
        Of(ValidRequests.SignUp("jane", attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = null! })).Count.ShouldBe(1);
    }

    [Fact]
    public void A_signed_in_user_s_codes_count_for_the_user_and_for_the_new_address()
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
    public void Answers_that_anyone_gets_are_always_held_back(Type flow) => FloorsOf(flow).ShouldBe([AnswerFloor.Always]);

    [Theory]
    [InlineData(typeof(ConfirmSignUpCommand))]
    [InlineData(typeof(AnswerChallengeCommand))]
    [InlineData(typeof(CognitoAuth.Application.Flows.Password.ResetPasswordCommand))]
    public void Success_of_the_owner_is_never_held_back(Type flow) => FloorsOf(flow).ShouldBe([AnswerFloor.Failures]);

    // By password only the owner gets a challenge; by the other methods anyone does.
    [Fact]
    public void A_challenge_that_anyone_gets_is_held_back()
    {
        ((IPublicFlow)ValidRequests.SignIn()).AnswerFloor.ShouldBe(AnswerFloor.Failures);
        ((IPublicFlow)new SignInCommand(Jane) { Method = SignInMethod.Choice, Session = new Secret(Session) }).AnswerFloor.ShouldBe(AnswerFloor.Failures);
        foreach (var method in Enum.GetValues<SignInMethod>().Except([SignInMethod.Password])) ((IPublicFlow)ValidRequests.SignIn(method: method)).AnswerFloor.ShouldBe(AnswerFloor.Always);
    }

    // A public flow that names an account says what it counts against, and which of its answers could tell.
    [Fact]
    public void No_public_flow_that_names_an_account_was_forgotten()
    {
        var flows = typeof(IPublicFlow).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IPublicFlow)) && type.GetProperty("Username") is not null).ToList();

        flows.Count.ShouldBeGreaterThan(5);
        flows.Where(flow => Example(flow).Limits(Limits).Count == 0).ShouldBeEmpty();
        // Its session comes of a right password.
        flows.Where(flow => FloorsOf(flow).Contains(AnswerFloor.None)).ShouldBe([typeof(SetUpTotpInSignInCommand)]);
    }

    private static AnswerChallengeCommand Answer(string name, string? choice) => new(name, new Secret(Session), Jane) { Choice = choice };

    private static IReadOnlyList<RateLimitKey> Of(IPublicFlow flow) => flow.Limits(Limits);

    private static IReadOnlyList<RateLimitKey> Of(IProtectedFlow flow) => flow.Limits(Limits, TestData.Token());

    private static IEnumerable<AnswerFloor> FloorsOf(Type flow) => [Example(flow).AnswerFloor];

    // Every member a name or a secret, whatever it is for.
    private static IPublicFlow Example(Type flow) => (IPublicFlow)flow.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.Invoke(
        [.. flow.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!.GetParameters().Select(parameter => (object)(parameter.ParameterType == typeof(Secret) ? new Secret(Session) : Jane))]);
}
