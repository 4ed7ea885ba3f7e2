using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Security;

public sealed class TrustedProxiesTests
{
    [Theory]
    [InlineData("", "203.0.113.9", "127.0.0.1")]
    [InlineData("10.0.0.0/8", "203.0.113.9", "127.0.0.1")]
    [InlineData("127.0.0.1", "203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.0/8", "2001:db8::7", "2001:db8::7")]
    [InlineData("127.0.0.1", "198.51.100.66, 203.0.113.9", "203.0.113.9")]
    [InlineData("127.0.0.1 203.0.113.0/24", "198.51.100.66, 203.0.113.9", "198.51.100.66")]
    [InlineData("127.0.0.1", "nonsense", "127.0.0.1")]
    public async Task Cognito_gets_a_forwarded_address_only_from_trusted_proxies(string proxies, string forwarded, string told)
    {
        var settings = proxies.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select((proxy, index) => (Key: $"Security:TrustedProxies:{index}", proxy)).ToDictionary(setting => setting.Key, setting => (string?)setting.proxy);
        await using var api = TestApi.Start(settings: settings);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/password/forgot") { Content = JsonContent.Create(new { username = "anyone" }) };
        request.Headers.Add("X-Forwarded-For", forwarded);
        request.Headers.Add("X-Cognito-User-Context", "fingerprint");
        (await api.Send(request)).Status.ShouldBe(202);
        api.Cognito.Requests.Of("ForgotPassword").ShouldHaveSingleItem().Body.ShouldContain($"\"IpAddress\":\"{told}\"");
    }
}
