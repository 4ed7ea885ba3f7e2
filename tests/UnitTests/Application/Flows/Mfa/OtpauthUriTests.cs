using CognitoAuth.Application.Flows.Mfa;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Application.Flows.Mfa;

public sealed class OtpauthUriTests
{
    [Fact]
    public void Reserved_characters_of_the_URI_are_escaped() => OtpauthUri.Of("A&B?", "jane+1@example.com", new Secret("ABC")).Reveal()
        .ShouldBe("otpauth://totp/A%26B%3F:jane%2B1%40example.com?secret=ABC&issuer=A%26B%3F");
}
