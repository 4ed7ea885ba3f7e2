using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

public sealed class SetUpTotpInSignInTests
{
    private static readonly SetUpTotpInSignInCommand Command = new(new Secret("a-session-of-twenty-characters"), "jane");

    [Fact]
    public async Task Gives_the_secret_as_text_and_as_a_URI_and_the_next_session()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.AssociateSoftwareToken = owner => owner == new TotpOwner.SigningIn(Command.Session) ? new TotpSecret(new Secret("BASE32"), new Secret("the-next-session")) : AuthErrors.InvalidSession;

        var setUp = (await flows.Send(Command)).Value;

        setUp.Setup.Secret.Reveal().ShouldBe("BASE32");
        setUp.Setup.OtpauthUri.Reveal().ShouldBe("otpauth://totp/CognitoAuth:jane?secret=BASE32&issuer=CognitoAuth");
        setUp.Session.Reveal().ShouldBe("the-next-session");
    }

    [Fact]
    public async Task Does_not_go_on_without_a_session()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.AssociateSoftwareToken = _ => new TotpSecret(new Secret("BASE32"), null);
        (await flows.Refusal(Command)).Code.ShouldBe("upstream_invalid");
    }

    [Theory]
    [InlineData(ExistenceErrors.Hidden, "user_disabled", "invalid_session")]
    [InlineData(ExistenceErrors.Revealed, "user_disabled", "user_disabled")]
    [InlineData(ExistenceErrors.Hidden, "invalid_session", "invalid_session")]
    public async Task Tells_no_state_of_the_account(ExistenceErrors existence, string code, string told)
    {
        await using var flows = new FlowsUnderTest(existence);
        flows.Cognito.AssociateSoftwareToken = _ => TestData.Error(code);
        (await flows.Refusal(Command)).Code.ShouldBe(told);
    }

    [Fact]
    public async Task Says_what_is_wrong_with_each_member()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new SetUpTotpInSignInCommand(Secret.Empty, ""))).ShouldBe(["session: It must be a session of an earlier answer.", "username: A username is required."]);
    }
}
