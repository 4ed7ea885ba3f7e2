using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class SecurityHeadersTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Theory]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/openapi/v1.json", 200)]
    [InlineData("GET", "/v1/me", 401)]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("GET", "/docs", 404)]
    [InlineData("TRACE", "/v1/me", 405)]
    [InlineData("OPTIONS", "/v1/auth/sign-in", 405)]
    public async Task Every_response_has_headers_that_make_a_browser_treat_it_as_data(string method, string path, int status)
    {
        var response = await Send(hidden.Api, method, path);

        response.Status.ShouldBe(status);
        response.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
        response.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        response.Headers["Content-Security-Policy"].ShouldBe("default-src 'none'; frame-ancestors 'none'");
    }

    // The response to an exception loses the headers that were set before it.
    [Fact]
    public async Task The_response_to_an_unreadable_request_has_the_security_headers() =>
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = 1 })).Headers["X-Content-Type-Options"].ShouldBe("nosniff");

    [Fact]
    public async Task Responses_over_https_have_the_HSTS_header()
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Security:TrustedProxies:0"] = "127.0.0.1" });

        (await Send(api, "GET", "/health/live", ("Host", "auth.example.com"), ("X-Forwarded-Proto", "https"))).Headers["Strict-Transport-Security"].ShouldBe("max-age=31536000; includeSubDomains");
        (await Send(api, "GET", "/health/live", ("Host", "auth.example.com"))).Headers.ShouldNotContainKey("Strict-Transport-Security");
        // A client that is not a trusted proxy cannot set the scheme.
        (await Send(hidden.Api, "GET", "/health/live", ("Host", "auth.example.com"), ("X-Forwarded-Proto", "https"))).Headers.ShouldNotContainKey("Strict-Transport-Security");
    }

    [Fact]
    public async Task Responses_in_Development_have_no_HSTS_header()
    {
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Security:TrustedProxies:0"] = "127.0.0.1" }, environment: "Development");

        (await Send(api, "GET", "/health/live", ("Host", "auth.example.com"), ("X-Forwarded-Proto", "https"))).Headers.ShouldNotContainKey("Strict-Transport-Security");
    }

    private static async Task<ApiResponse> Send(TestApi api, string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await api.Send(request);
    }
}
