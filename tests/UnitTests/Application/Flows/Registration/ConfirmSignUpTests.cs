using CognitoAuth.Application;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Registration;

public sealed class ConfirmSignUpTests
{
    [Fact]
    public async Task Code_confirms_the_account_and_returns_the_session_to_sign_in_with()
    {
        await using var flows = new FlowsUnderTest();
        var session = new string('s', 20);
        flows.Cognito.ConfirmSignUp = (username, code, sent) => (username, code.Reveal(), sent?.Reveal()) == (ValidRequests.Username, "123456", session) ? new Secret("next") : AuthErrors.CodeMismatch;

        (await flows.Send(ValidRequests.ConfirmSignUp(session: session))).Value.Session.ShouldBe(new Secret("next"));
    }

    [Fact]
    public async Task Confirmation_succeeds_if_the_pool_returns_no_session()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmSignUp = (_, _, _) => Result<Secret?>.Of(null);

        (await flows.Send(ValidRequests.ConfirmSignUp())).Value.Session.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public async Task Errors_that_depend_on_the_account_are_all_the_same(string code)
    {
        // Only a correct code reveals a taken alias.
        if (code == AuthErrors.AliasTaken.Code) return;
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmSignUp = (_, _, _) => TestData.Error(code);

        var error = await flows.Refusal(ValidRequests.ConfirmSignUp());

        (error with { Reason = null }).ShouldBe(AuthErrors.CodeMismatch);
        error.Reason.ShouldBe(code);
    }

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    [InlineData("alias_taken")]
    public async Task Account_independent_errors_and_a_taken_alias_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.ConfirmSignUp = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ConfirmSignUp())).Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("not_found")]
    [InlineData("code_expired")]
    [InlineData("conflict")]
    public async Task Cognitos_error_is_returned_if_existence_is_revealed(string code)
    {
        await using var flows = new FlowsUnderTest(ExistenceErrors.Revealed);
        flows.Cognito.ConfirmSignUp = (_, _, _) => TestData.Error(code);

        (await flows.Refusal(ValidRequests.ConfirmSignUp())).ShouldBe(TestData.Error(code));
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(ValidRequests.ConfirmSignUp("", "", "short"))).ShouldBe(
        [
            "username: A username is required.", "code: A code is required.", "session: It must be a session from an earlier response.",
        ]);
        (await flows.Faults(ValidRequests.ConfirmSignUp(code: "12 34"))).ShouldBe(["code: It must not have spaces."]);
        (await flows.Faults(ValidRequests.ConfirmSignUp(code: new string('1', 2049), session: new string('s', 2061)))).ShouldBe(
            ["code: It must have at most 2,048 characters.", "session: It must be a session from an earlier response."]);
    }
}
