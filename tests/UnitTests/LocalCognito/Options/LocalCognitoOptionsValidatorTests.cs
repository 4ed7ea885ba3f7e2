using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using Microsoft.Extensions.Options;

namespace CognitoAuth.UnitTests.LocalCognito.Options;

public sealed class LocalCognitoOptionsValidatorTests
{
    [Fact]
    public void Start_reports_every_fault_at_once_each_on_a_line_of_its_own() => Faults(new LocalCognitoOptions
    {
        Port = 70_000,
        Pool = { PasswordPolicy = { MinimumLength = 5 }, UsernameAttributes = ["email"], AliasAttributes = ["nickname"], EnabledMfas = ["FAX"] },
        Client = { AccessTokenValidity = TimeSpan.FromDays(2), ExplicitAuthFlows = ["ALLOW_MAGIC"] },
        MachineClient = new AppClientOptions { ClientId = "machine", ExplicitAuthFlows = ["ALLOW_CLIENT_TOKEN_AUTH"], AllowedOAuthScopes = ["orders/read"] },
    }).ShouldBe(
    [
        "LocalCognito: Port must be 0 to 65535.",
        "LocalCognito: Pool:PasswordPolicy:MinimumLength must be 6 to 99.",
        "LocalCognito: Pool:AliasAttributes takes email, phone_number and preferred_username.",
        "LocalCognito: Pool:UsernameAttributes and Pool:AliasAttributes exclude each other.",
        "LocalCognito: Pool:EnabledMfas takes EMAIL_OTP, SMS_MFA, SOFTWARE_TOKEN_MFA.",
        "LocalCognito: AccessTokenValidity must be 5 minutes to 1 day.",
        "LocalCognito: ExplicitAuthFlows: ALLOW_MAGIC is not a flow of this pool.",
        "LocalCognito: AllowedOAuthScopes takes scopes of Pool:ResourceServers.",
    ]);

    [Fact]
    public void A_fault_of_both_clients_is_reported_once() => Faults(new LocalCognitoOptions { Client = { RetryGracePeriodSeconds = 61 }, PublicClient = { RetryGracePeriodSeconds = 61 } })
        .ShouldBe(["LocalCognito: RetryGracePeriodSeconds must be 0 to 60."]);

    [Theory]
    [InlineData(5, true)]
    [InlineData(4, false)]
    [InlineData(24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    public void An_access_token_lives_5_minutes_to_1_day(int minutes, bool isAccepted) =>
        new AppClientOptionsValidator(new UserPoolOptions()).Validate(name: null, new AppClientOptions { ClientId = "client", AccessTokenValidity = TimeSpan.FromMinutes(minutes) }).Succeeded.ShouldBe(isAccepted);

    [Fact]
    public void The_default_settings_have_no_faults() => new LocalCognitoOptionsValidator().Validate(name: null, new LocalCognitoOptions()).Succeeded.ShouldBeTrue();

    [Fact]
    public async Task A_client_that_is_added_later_is_validated_too()
    {
        await using var cognito = LocalCognitoServer.Start();

        Should.Throw<OptionsValidationException>(() => cognito.Pool.AddClient(new AppClientOptions { ClientId = "not a word", ClientSecrets = ["1", "2", "3"] })).Failures
            .ShouldBe(["LocalCognito: ClientId must be 1 to 128 word characters.", "LocalCognito: ClientSecrets takes at most two."]);
    }

    private static IEnumerable<string> Faults(LocalCognitoOptions options) => Should.Throw<OptionsValidationException>(() => LocalCognitoServer.Start(options)).Failures;
}
