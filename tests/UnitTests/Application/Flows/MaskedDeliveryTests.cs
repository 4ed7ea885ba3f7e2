using CognitoAuth.Application.Flows;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows;

public sealed class MaskedDeliveryTests
{
    [Theory]
    [InlineData("jane@example.com", "EMAIL", "j***@e***", "email")]
    [InlineData("jane@", "EMAIL", "j***@***", "email")]
    [InlineData("@example.com", "EMAIL", "***@e***", "email")]
    [InlineData("𝓳ane@example.com", "EMAIL", "𝓳***@e***", "email")]
    [InlineData("+491701234567", "SMS", "+********4567", "phone_number")]
    [InlineData("+12345", "SMS", "+*2345", "phone_number")]
    [InlineData("+1234", null, null, null)]
    [InlineData("+4917012345671234", null, null, null)]
    [InlineData("+49170123x567", null, null, null)]
    [InlineData("491701234567", null, null, null)]
    [InlineData("jane", null, null, null)]
    public void Destination_comes_from_the_username(string username, string? medium, string? destination, string? attribute) =>
        MaskedDelivery.From(username).ShouldBe(new CodeDelivery(medium, destination, attribute));

    [Theory]
    [InlineData("bob@company.example", "b***@c***")]
    [InlineData("no address", "n***")]
    public void Email_attribute_precedes_the_username(string email, string destination) =>
        MaskedDelivery.From("jane@example.com", TestData.Map(("email", email))).ShouldBe(new CodeDelivery("EMAIL", destination, "email"));

    [Fact]
    public void Username_is_used_if_the_email_attribute_is_empty() =>
        MaskedDelivery.From("+491701234567", TestData.Map(("email", ""))).ShouldBe(new CodeDelivery("SMS", "+********4567", "phone_number"));
}
