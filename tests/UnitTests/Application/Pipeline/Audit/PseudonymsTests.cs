using CognitoAuth.Application;
using CognitoAuth.Application.Pipeline.Audit;

namespace CognitoAuth.UnitTests.Application.Pipeline.Audit;

public sealed class PseudonymsTests
{
    private static readonly SecurityOptions Keyed = new() { PseudonymKey = new string('k', 32) };

    [Theory]
    [InlineData("jane@example.com")]
    [InlineData("JANE@example.com")]
    public void Pseudonyms_of_an_account_are_the_same_in_every_process_with_the_key(string name) =>
        new Pseudonyms(Keyed).Of(name).ShouldBe(new Pseudonyms(Keyed).Of("jane@example.com"));

    [Fact]
    public void Pseudonyms_differ_between_accounts_and_between_keys()
    {
        string[] pseudonyms =
        [
            new Pseudonyms(Keyed).Of("jane@example.com"),
            new Pseudonyms(Keyed).Of("joan@example.com"),
            new Pseudonyms(new SecurityOptions { PseudonymKey = new string('l', 32) }).Of("jane@example.com"),
            // Each process without a configured key generates one.
            new Pseudonyms(new SecurityOptions()).Of("jane@example.com"),
            new Pseudonyms(new SecurityOptions()).Of("jane@example.com"),
        ];

        pseudonyms.Distinct(StringComparer.Ordinal).Count().ShouldBe(5);
        pseudonyms.ShouldAllBe(pseudonym => pseudonym.Length == 32 && pseudonym.All(char.IsAsciiHexDigitLower));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name\r\nwith a second line")]
    [InlineData("\uD800 half a character")]
    public void Any_text_has_a_pseudonym(string name) => new Pseudonyms(Keyed).Of(name).Length.ShouldBe(32);
}
