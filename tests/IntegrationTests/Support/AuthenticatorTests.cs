using System.Text;

namespace CognitoAuth.IntegrationTests.Support;

public sealed class AuthenticatorTests
{
    // RFC 6238, appendix B, SHA-1: the last 6 of its 8 digits.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void An_authenticator_shows_the_codes_of_the_standard(long unixTime, string code)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(unixTime);
        Authenticator.With(Encoding.ASCII.GetBytes("12345678901234567890")).Code(time).ShouldBe(code);
        Authenticator.Scan("otpauth://totp/Acme:jane?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Acme").Code(time).ShouldBe(code);
    }
}
