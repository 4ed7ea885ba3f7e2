using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Mfa;

public sealed class SetMfaPreferenceTests
{
    private static readonly MfaPreference On = new(Enabled: true, Preferred: null);
    private static readonly MfaPreference Preferred = new(Enabled: true, Preferred: true);

    [Fact]
    public async Task Command_changes_the_named_factors()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        var preferences = new MfaPreferences { Totp = Preferred, Sms = new MfaPreference(Enabled: false, Preferred: false), Passkey = On };
        flows.Cognito.SetUserMFAPreference = sent => sent == preferences ? default(Success) : AuthErrors.InvalidParameter;

        (await flows.Send(ValidRequests.SetMfaPreference(preferences))).Error.ShouldBeNull();
        flows.CallLog.Entries.ShouldBe(["SetUserMFAPreference access-1"]);
    }

    [Fact]
    public async Task Factor_that_is_not_set_up_is_reported()
    {
        await using var flows = FlowsUnderTest.SignedIn();
        flows.Cognito.SetUserMFAPreference = _ => AuthErrors.MfaNotConfigured;

        (await flows.Refusal(ValidRequests.SetMfaPreference(new MfaPreferences { Totp = On }))).ShouldBe(AuthErrors.MfaNotConfigured);
    }

    [Fact]
    public async Task Command_without_a_factor_is_refused()
    {
        await using var flows = FlowsUnderTest.SignedIn();

        (await flows.Faults(ValidRequests.SetMfaPreference(new MfaPreferences()))).ShouldBe(
            ["sms: At least one factor is required.", "totp: At least one factor is required.", "email: At least one factor is required.", "passkey: At least one factor is required."]);
    }

    [Fact]
    public async Task Factor_without_enabled_is_refused() => await ShouldFault(new MfaPreferences { Email = new MfaPreference(null, null) }, "email.enabled: It must be true or false.");

    [Fact]
    public async Task More_than_one_preferred_factor_is_refused() =>
        await ShouldFault(new MfaPreferences { Sms = Preferred, Totp = Preferred, Email = On }, "sms.preferred: Only one factor can be preferred.", "totp.preferred: Only one factor can be preferred.");

    [Fact]
    public async Task Preferred_factor_that_is_off_is_refused() =>
        await ShouldFault(new MfaPreferences { Sms = new MfaPreference(Enabled: false, Preferred: true) }, "sms.preferred: A factor that is off cannot be preferred.");

    // Cognito has no such setting.
    [Fact]
    public async Task Preferred_passkey_is_refused() => await ShouldFault(new MfaPreferences { Passkey = Preferred }, "passkey.preferred: A passkey cannot be preferred.");

    [Fact]
    public async Task Command_requires_a_recent_sign_in()
    {
        await using var flows = FlowsUnderTest.SignedIn(TestData.OldToken());

        (await flows.Refusal(ValidRequests.SetMfaPreference(new MfaPreferences { Totp = On }))).ShouldBe(AuthErrors.ReauthenticationRequired);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    private static async Task ShouldFault(MfaPreferences preferences, params string[] faults)
    {
        await using var flows = FlowsUnderTest.SignedIn();
        (await flows.Faults(ValidRequests.SetMfaPreference(preferences))).ShouldBe(faults);
    }
}
