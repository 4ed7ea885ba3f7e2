using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Domain;

/// <summary>What each error of the catalogue reveals. The lists are written out here, so that a changed line of the catalogue fails.</summary>
public sealed class DisclosureTests
{
    private static readonly string[] RequestFaults =
    [
        "malformed_request", "validation_failed", "code_mismatch", "invalid_password", "password_reused", "passkey_rejected", "invalid_session", "method_not_allowed", "payload_too_large",
        "unsupported_media_type",
    ];

    private static readonly string[] AccountStates = ["user_not_confirmed", "password_reset_required", "user_disabled"];

    [Fact]
    public void Error_reveals_the_account_by_default() => new AuthError("seats_taken", ErrorKind.Conflict, "All seats are taken.").Disclosure.ShouldBe(Disclosure.Account);

    [Theory]
    [MemberData(nameof(TestData.AccountIndependentErrors), MemberType = typeof(TestData))]
    public void Outages_limits_and_configuration_faults_reveal_nothing(string code) => TestData.Error(code).Disclosure.ShouldBe(Disclosure.Anyone);

    [Theory]
    [MemberData(nameof(TestData.AccountErrors), MemberType = typeof(TestData))]
    public void Other_errors_reveal_a_fault_of_the_request_an_account_or_its_state(string code) => TestData.Error(code).Disclosure.ShouldBe(
        RequestFaults.Contains(code, StringComparer.Ordinal) ? Disclosure.RequestFault
        : AccountStates.Contains(code, StringComparer.Ordinal) ? Disclosure.AccountState
        : Disclosure.Account);

    [Fact]
    public void Disclosures_are_ordered_from_least_to_most() =>
        Enum.GetValues<Disclosure>().ShouldBe([Disclosure.Anyone, Disclosure.RequestFault, Disclosure.Account, Disclosure.AccountState]);
}
