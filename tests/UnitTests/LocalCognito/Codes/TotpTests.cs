using CognitoAuth.LocalCognito.Codes;

namespace CognitoAuth.UnitTests.LocalCognito.Codes;

public sealed class TotpTests
{
    // "12345678901234567890", the secret of RFC 6238, appendix B. Its codes have eight digits; these codes are the last six.
    private const string RfcSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_RFC(long seconds, string code) => Totp.Code(RfcSecret, DateTimeOffset.FromUnixTimeSeconds(seconds)).ShouldBe(code);

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void Codes_of_the_neighboring_steps_are_found(int seconds, bool isKnown)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_111_111_111);

        (Totp.StepOf(RfcSecret, Totp.Code(RfcSecret, now.AddSeconds(seconds)), now) is not null).ShouldBe(isKnown);
    }

    [Fact]
    public void Secrets_have_52_characters_and_differ()
    {
        var secrets = Enumerable.Range(0, 20).Select(_ => Totp.NewSecret()).ToList();

        secrets.ShouldAllBe(secret => secret.Length == 52 && secret.All(character => char.IsAsciiLetterUpper(character) || character >= '2' && character <= '7'));
        secrets.ShouldBeUnique();
    }
}
