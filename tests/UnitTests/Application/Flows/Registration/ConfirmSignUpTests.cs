using CognitoAuth.Application;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Registration;

public sealed class ConfirmSignUpTests
{
    [Fact]
    public async Task Confirms_with_the_code_and_answers_the_session_to_sign_in_with()
    {
        await using var flows = new FlowsUnderTest();
        var session = new string('s', 20);
        flows.Cognito.ConfirmSignUp = (username, code, sent) => (username, code.Reveal(), sent?.Reveal()) == (ValidRequests.Username, "123456", session) ? new Secret("next") : AuthErrors.CodeMismatch;

        (await flows.Send(ValidRequests.ConfirmSignUp(session: session))).Value.Session.ShouldBe(new Secret("next"));
    }

    [Fact]
    public async Task Confirms_where_the_pool_gives_no_session()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmSignUp = (_, _, _) => Result<Secret?>.Of(null);

        (await flows.Send(ValidRequests.ConfirmSignUp())).Value.Session.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public async Task Gives_one_answer_for_whatever_depends_on_the_account(string code)
    {
        // A taken alias shows only to who has the right code.
        if (code == AuthErrors.AliasTaken.Code) return;
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmSignUp = (_, _, _) => TestData.Error(code);

        var error = await flows.Refusal(ValidRequests.ConfirmSignUp());

        (error with { Reason = null }).ShouldBe(AuthErrors.CodeMismatch);
        error.Reason.ShouldBe(code);
    }

    [Theory]
    [MemberData(nameof(TestData.RevealedErrors), MemberType = typeof(TestData))]
    [InlineData("alias_taken")]
    public async Task Reveals_what_is_the_same_for_every_account_and_a_taken_alias(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmSignUp = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ConfirmSignUp())).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("code_expired")]
    [InlineData("conflict")]
    public async Task Tells_the_error_itself_when_existence_is_revealed(string code)
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ConfirmSignUp = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ConfirmSignUp())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Says_what_is_wrong_with_each_member()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(ValidRequests.ConfirmSignUp("", "", "short"))).ShouldBe(
        [
            "username: A username is required.", "code: A code is required.", "session: It must be a session of an earlier answer.",
        ]);
        (await flows.Faults(ValidRequests.ConfirmSignUp(code: "12 34"))).ShouldBe(["code: It must not have spaces."]);
        (await flows.Faults(ValidRequests.ConfirmSignUp(code: new string('1', 2049), session: new string('s', 2061)))).ShouldBe(
            ["code: It must have at most 2,048 characters.", "session: It must be a session of an earlier answer."]);
    }
}
