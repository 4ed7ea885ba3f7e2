using CognitoAuth.Application;
using CognitoAuth.Application.Flows.SignIn;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.SignIn;

public sealed class SetUpTotpInSignInTests
{
    private static readonly SetUpTotpInSignInCommand Command = new(new Secret("a-session-of-twenty-characters"), "jane");

    [Fact]
    public async Task Set_up_returns_the_secret_its_URI_and_the_next_session()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.AssociateSoftwareToken = owner => owner == new TotpOwner.SigningIn(Command.Session) ? new TotpSecret(new Secret("BASE32"), new Secret("the-next-session")) : AuthErrors.InvalidSession;

        var setUp = (await flows.Send(Command)).Value;

        setUp.Setup.Secret.Reveal().ShouldBe("BASE32");
        setUp.Setup.OtpauthUri.Reveal().ShouldBe("otpauth://totp/CognitoAuth:jane?secret=BASE32&issuer=CognitoAuth");
        setUp.Session.Reveal().ShouldBe("the-next-session");
    }

    [Fact]
    public async Task Response_without_a_session_is_an_error()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.AssociateSoftwareToken = _ => new TotpSecret(new Secret("BASE32"), null);
        (await flows.Refusal(Command)).Code.ShouldBe("upstream_invalid");
    }

    [Theory]
    [InlineData(ExistenceErrors.Hidden, "user_disabled", "invalid_session")]
    [InlineData(ExistenceErrors.Revealed, "user_disabled", "user_disabled")]
    [InlineData(ExistenceErrors.Hidden, "invalid_session", "invalid_session")]
    public async Task State_of_the_account_is_hidden(ExistenceErrors existence, string code, string told)
    {
        await using var flows = new FlowsUnderTest(existence);
        flows.Cognito.AssociateSoftwareToken = _ => TestData.Error(code);
        (await flows.Refusal(Command)).Code.ShouldBe(told);
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();
        (await flows.Faults(new SetUpTotpInSignInCommand(Secret.Empty, ""))).ShouldBe(["session: It must be a session from an earlier response.", "username: A username is required."]);
    }
}
