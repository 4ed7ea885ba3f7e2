using CognitoAuth.Application.Flows.Mfa;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Application.Flows.Mfa;

public sealed class OtpauthUriTests
{
    [Fact]
    public void Escapes_what_would_end_a_part_of_it() => OtpauthUri.Of("A&B?", "jane+1@example.com", new Secret("ABC")).Reveal()
        .ShouldBe("otpauth://totp/A%26B%3F:jane%2B1%40example.com?secret=ABC&issuer=A%26B%3F");
}
