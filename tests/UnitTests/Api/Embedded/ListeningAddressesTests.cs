#if DEBUG
using CognitoAuth.Api.Embedded;
using Microsoft.Extensions.Configuration;

namespace CognitoAuth.UnitTests.Api.Embedded;

public sealed class ListeningAddressesTests
{
    [Theory]
    [InlineData("http://localhost:5080", true)]
    [InlineData("http://LOCALHOST:5080", true)]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("http://127.1.2.3:5080", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("http://localhost:5080;https://127.0.0.1:5443", true)]
    [InlineData("http://localhost:5080;http://0.0.0.0:5081", false)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:5080", false)]
    [InlineData("http://example.com:5080", false)]
    [InlineData("http://localhost.example.com:5080", false)]
    [InlineData("http://10.0.0.1:5080", false)]
    [InlineData("not an address", false)]
    public void Loopback_check_reads_all_configured_addresses(string urls, bool areLoopback) => AreLoopback(("urls", urls)).ShouldBe(areLoopback);

    [Fact]
    public void Without_addresses_Kestrel_listens_on_loopback_only() => AreLoopback().ShouldBeTrue();

    [Theory]
    [InlineData("http_ports")]
    [InlineData("https_ports")]
    public void A_port_without_an_address_means_every_address(string key) => AreLoopback((key, "8080")).ShouldBeFalse();

    [Theory]
    [InlineData("http://localhost:5080", "http://0.0.0.0:5080", false)]
    [InlineData("http://0.0.0.0:5080", "http://localhost:5080", false)]
    [InlineData("http://localhost:5080", "http://127.0.0.1:5081", true)]
    public void Both_addresses_and_endpoints_of_Kestrel_must_be_loopback(string urls, string endpoint, bool areLoopback) =>
        AreLoopback(("urls", urls), ("Kestrel:Endpoints:Http:Url", endpoint)).ShouldBe(areLoopback);

    [Fact]
    public void Every_endpoint_of_Kestrel_must_be_loopback() =>
        AreLoopback(("Kestrel:Endpoints:One:Url", "http://localhost:1"), ("Kestrel:Endpoints:Two:Url", "http://*:2")).ShouldBeFalse();

    private static bool AreLoopback(params (string Key, string Value)[] settings) => ListeningAddresses.AreLoopback(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
        .Build());
}
#endif
