using CognitoAuth.Api.Security;
using CognitoAuth.Application;
using Microsoft.Extensions.Configuration;

namespace CognitoAuth.UnitTests.Api.Security;

public sealed class ForwardedHeadersValidatorTests
{
    [Theory]
    [InlineData("ForwardedHeaders_Enabled")]
    [InlineData("FORWARDEDHEADERS_ENABLED")]
    public void The_start_refuses_a_setting_that_trusts_forwarded_headers_from_every_address(string key) =>
        Validate(new() { [key] = "True" }).ShouldHaveSingleItem().ShouldStartWith("ASPNETCORE_FORWARDEDHEADERS_ENABLED must not be true");

    [Fact]
    public void The_start_accepts_a_configuration_without_the_setting() => Validate(new() { ["FORWARDEDHEADERS_ENABLED"] = "false" }).ShouldBeEmpty();

    private static List<string> Validate(Dictionary<string, string?> settings) =>
        [.. new ForwardedHeadersValidator(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()).Validate(null, new SecurityOptions()).Failures ?? []];
}
