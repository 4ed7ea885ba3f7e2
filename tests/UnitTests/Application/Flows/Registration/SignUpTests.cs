using CognitoAuth.Application;
using CognitoAuth.Application.Flows.Registration;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Registration;

public sealed class SignUpTests
{
    private static readonly CodeDelivery ToJane = new("EMAIL", "j***@e***", "email");

    [Fact]
    public async Task All_members_of_the_request_are_passed_to_Cognito()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        SignUpCall? sent = null;
        flows.Cognito.SignUp = call =>
        {
            sent = call;
            return new SignUpOutcome.Confirmed("sub-1");
        };

        var command = ValidRequests.SignUp(attributes: TestData.Map(("email", "jane@example.com"))) with { ValidationData = TestData.Map(("invitation", "7")) };
        await flows.Send(command);

        sent.ShouldBe(new SignUpCall(ValidRequests.Username, new Secret(ValidRequests.Password), command.Attributes, command.ValidationData));
    }

    [Fact]
    public async Task Free_taken_and_auto_confirmed_names_get_the_same_response_if_existence_is_hidden()
    {
        Result<SignUpOutcome>[] answers =
        [
            new SignUpOutcome.ConfirmationRequired(new CodeDelivery("SMS", "+*******1234", "phone_number"), new Secret("a session"), "sub-1"),
            new SignUpOutcome.Confirmed("sub-1"),
            AuthErrors.UsernameTaken,
        ];
        foreach (var answer in answers)
        {
            await using var flows = new FlowsUnderTest();
            flows.Cognito.SignUp = _ => answer;

            (await flows.Send(ValidRequests.SignUp())).Value.ShouldBe(new SignUpOutcome.ConfirmationRequired(ToJane));
        }
    }

    [Fact]
    public async Task Owner_of_a_taken_name_is_sent_a_new_code_after_the_response()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.SignUp = _ => AuthErrors.UsernameTaken;

        await flows.Send(ValidRequests.SignUp());

        flows.Background.Queued.ShouldHaveSingleItem().ShouldBe(new ResendCodeCommand(ValidRequests.Username));
        flows.CallLog.Entries.ShouldBe([$"SignUp {ValidRequests.Username}"], "a second call would show in the time of the answer");
    }

    [Fact]
    public async Task Free_name_is_sent_no_second_code()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.SignUp = _ => new SignUpOutcome.ConfirmationRequired(ToJane, null, "sub-1");

        await flows.Send(ValidRequests.SignUp());

        flows.Background.Queued.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    [InlineData("rejected_by_trigger")]
    [InlineData("trigger_failed")]
    [InlineData("invalid_password")]
    [InlineData("invalid_parameter")]
    public async Task Account_independent_errors_and_faults_of_the_request_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.SignUp = _ => TestData.Error(code);

        (await flows.Refusal(ValidRequests.SignUp())).Code.ShouldBe(code);
        flows.Background.Queued.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("username_taken")]
    [InlineData("alias_taken")]
    [InlineData("attempts_exceeded")]
    [InlineData("delivery_failed")]
    [InlineData("user_disabled")]
    public async Task Errors_that_depend_on_the_account_are_hidden(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.SignUp = _ => TestData.Error(code);

        (await flows.Send(ValidRequests.SignUp())).Value.ShouldBe(new SignUpOutcome.ConfirmationRequired(ToJane));
    }

    [Fact]
    public async Task Cognitos_outcome_is_returned_if_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        var outcome = new SignUpOutcome.ConfirmationRequired(ToJane, new Secret("a session"), "sub-1");
        flows.Cognito.SignUp = _ => outcome;

        (await flows.Send(ValidRequests.SignUp())).Value.ShouldBe(outcome);
    }

    [Fact]
    public async Task Taken_name_is_reported_and_no_code_is_sent_if_existence_is_revealed()
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.SignUp = _ => AuthErrors.UsernameTaken;

        (await flows.Refusal(ValidRequests.SignUp())).ShouldBe(AuthErrors.UsernameTaken);
        flows.Background.Queued.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", "username: A username is required.")]
    [InlineData("jane doe", "username: It must not have spaces or control characters.")]
    [InlineData("jane\n", "username: It must not have spaces or control characters.")]
    [InlineData("jane\0", "username: It must not have spaces or control characters.")]
    public async Task Invalid_username_is_refused(string username, string fault)
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(ValidRequests.SignUp(username))).ShouldBe([fault]);
    }

    [Fact]
    public async Task Username_has_at_most_128_characters()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(ValidRequests.SignUp(new string('j', 129)))).ShouldBe(["username: It must have at most 128 characters."]);

        flows.Cognito.SignUp = _ => new SignUpOutcome.Confirmed("sub-1");
        (await flows.Send(ValidRequests.SignUp(new string('j', 128)))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Weak_password_is_refused_with_one_sentence_per_unmet_rule()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(ValidRequests.SignUp(password: "short"))).Code.ShouldBe("invalid_password");
        (await flows.Faults(ValidRequests.SignUp(password: "short"))).ShouldBe(
        [
            "password: It must have at least 8 characters.", "password: It must have an upper-case letter.", "password: It must have a digit.", "password: It must have a symbol.",
        ]);
    }

    [Fact]
    public async Task Missing_password_is_a_validation_failure()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Refusal(ValidRequests.SignUp(password: ""))).Code.ShouldBe("validation_failed");
        (await flows.Faults(ValidRequests.SignUp(password: ""))).ShouldBe(["password: A password is required."]);
    }

    [Theory]
    [InlineData("sub")]
    [InlineData("identities")]
    [InlineData("email_verified")]
    [InlineData("Email_Verified")]
    [InlineData("phone_number_verified")]
    [InlineData("custom:role")]
    [InlineData("dev:custom:role")]
    public async Task Attributes_that_callers_may_not_set_are_refused(string name)
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(ValidRequests.SignUp(attributes: TestData.Map((name, "true"))))).ShouldBe([$"attributes.{name}: This attribute cannot be set."]);
    }

    [Fact]
    public async Task Listed_custom_attributes_are_accepted()
    {
        await using var flows = new FlowsUnderTest(configure: security => security.WritableAttributes = ["custom:plan"]);
        flows.Cognito.SignUp = _ => new SignUpOutcome.Confirmed("sub-1");

        (await flows.Send(ValidRequests.SignUp(attributes: TestData.Map(("custom:plan", "free"))))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task Attributes_beyond_Cognitos_sizes_are_refused()
    {
        await using var flows = new FlowsUnderTest();
        var longName = new string('n', 33);
        var attributes = TestData.Map((longName, "1"), ("", "2"), ("email", new string('v', 2049)), ("name", null!));

        (await flows.Faults(ValidRequests.SignUp(attributes: attributes))).ShouldBe(
        [
            $"attributes.{longName}: An attribute's name must have 1 to 32 characters.",
            "attributes.: An attribute's name must have 1 to 32 characters.",
            "attributes.email: It must be a string of at most 2,048 characters.",
            "attributes.name: It must be a string of at most 2,048 characters.",
        ]);
    }

    [Fact]
    public async Task More_than_20_entries_for_the_triggers_are_refused()
    {
        await using var flows = new FlowsUnderTest();
        flows.ClientMetadata = TestData.MapOf(21);
        var command = ValidRequests.SignUp() with { ValidationData = TestData.MapOf(21) };

        (await flows.Faults(command)).ShouldBe(["validationData: It must have at most 20 entries.", "clientMetadata: It must have at most 20 entries."]);
    }

    [Fact]
    public async Task Null_entries_for_the_triggers_are_refused()
    {
        await using var flows = new FlowsUnderTest();
        flows.ClientMetadata = TestData.Map(("locale", null!));
        (await flows.Faults(ValidRequests.SignUp())).ShouldBe(["clientMetadata: Its values must be strings."]);
    }
}
