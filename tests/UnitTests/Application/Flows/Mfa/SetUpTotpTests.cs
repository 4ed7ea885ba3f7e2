using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Mfa;

public sealed class SetUpTotpTests
{
    [Fact]
    public async Task Command_returns_the_secret_and_its_URI_with_the_products_name()
    {
        await using var flows = FlowsUnderTest.SignedIn(configure: security => security.TotpIssuer = "Acme Shop");
        flows.Cognito.AssociateSoftwareToken = _ => new TotpSecret(new Secret("JBSWY3DPEHPK3PXP"), null);

        var setup = (await flows.Send(ValidRequests.SetUpTotp())).Value;

        setup.Secret.Reveal().ShouldBe("JBSWY3DPEHPK3PXP");
        setup.OtpauthUri.Reveal().ShouldBe("otpauth://totp/Acme%20Shop:jane?secret=JBSWY3DPEHPK3PXP&issuer=Acme%20Shop");
        flows.CallLog.Entries.ShouldBe(["AssociateSoftwareToken access-1"]);
    }

    [Fact]
    public async Task Pool_without_authenticators_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.AssociateSoftwareToken = _ => AuthErrors.MfaNotConfigured;

        (await flows.Refusal(ValidRequests.SetUpTotp())).ShouldBe(AuthErrors.MfaNotConfigured);
    }

    [Fact]
    public async Task Set_up_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(ValidRequests.SetUpTotp())).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }
}
