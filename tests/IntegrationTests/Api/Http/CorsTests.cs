using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class CorsTests(CorsTests.OpenApi open, HiddenApi closed) : IClassFixture<CorsTests.OpenApi>, IClassFixture<HiddenApi>
{
    private const string Page = "https://app.example.com";
    private const string Stranger = "https://evil.example.com";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    [Fact]
    public async Task No_page_of_another_origin_may_call_unless_it_is_named()
    {
        (await Preflight(closed.Api, "/v1/auth/sign-in", Page)).ShouldBeProblem(405, "method_not_allowed").Headers.ShouldNotContainKey(AllowOrigin);
        (await Get(closed.Api, "/v1/me", Page)).Headers.ShouldNotContainKey(AllowOrigin);
    }

    [Fact]
    public async Task A_named_page_may_call()
    {
        var preflight = await Preflight(open.Api, "/v1/me/attributes", Page);
        preflight.Status.ShouldBe(204);
        preflight.Headers[AllowOrigin].ShouldBe(Page);
        preflight.Headers["Access-Control-Allow-Methods"].Split(',').ShouldBe(["GET", "POST", "PUT", "PATCH", "DELETE"]);
        preflight.Headers["Access-Control-Allow-Headers"].Split(',').ShouldContain("Authorization");
        preflight.Headers["Access-Control-Max-Age"].ShouldBe("3600");
        // The API takes tokens from the header alone: a browser has nothing to add by itself.
        preflight.Headers.ShouldNotContainKey("Access-Control-Allow-Credentials");

        var response = await Get(open.Api, "/v1/me", Page);
        response.ShouldBeProblem(401, "invalid_token");
        response.Headers[AllowOrigin].ShouldBe(Page);
        response.Headers["Vary"].ShouldBe("Origin");
        response.Headers["Access-Control-Expose-Headers"].Split(',').ShouldContain("Retry-After");
    }

    // Refused before a flow ran: a page that cannot read why would show its user nothing.
    [Fact]
    public async Task A_named_page_can_read_why_a_request_was_not_understood()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/sign-in") { Content = new StringContent("text") };
        request.Headers.Add("Origin", Page);
        var response = await open.Api.Send(request);

        response.ShouldBeProblem(415, "unsupported_media_type").Headers[AllowOrigin].ShouldBe(Page);
    }

    [Theory]
    [InlineData(Stranger)]
    [InlineData("http://app.example.com")]
    [InlineData("https://app.example.com:8443")]
    [InlineData("https://app.example.com.evil.example.com")]
    [InlineData("null")]
    public async Task Other_pages_still_may_not(string origin)
    {
        (await Preflight(open.Api, "/v1/auth/sign-in", origin)).Headers.ShouldNotContainKey(AllowOrigin);
        (await Get(open.Api, "/v1/me", origin)).Headers.ShouldNotContainKey(AllowOrigin);
    }

    // A proxy may pass a browser's preflight on: 204 would say that its token is good.
    [Theory]
    [InlineData("/v1/auth/verify")]
    [InlineData("/v1/auth/verify/orders/7")]
    public async Task A_preflight_is_no_token(string path) => (await Preflight(open.Api, path, Page)).ShouldBeProblem(401, "invalid_token");

    private static Task<ApiResponse> Preflight(TestApi api, string path, string origin)
    {
        var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return Send(api, request, origin);
    }

    private static Task<ApiResponse> Get(TestApi api, string path, string origin) => Send(api, new HttpRequestMessage(HttpMethod.Get, path), origin);

    private static async Task<ApiResponse> Send(TestApi api, HttpRequestMessage request, string origin)
    {
        using (request)
        {
            request.Headers.Add("Origin", origin);
            return await api.Send(request);
        }
    }

    /// <summary>One API for the tests of the class that pages of two origins may call.</summary>
    public sealed class OpenApi : IAsyncLifetime
    {
        /// <summary>The API.</summary>
        public TestApi Api { get; private set; } = null!;

        /// <inheritdoc/>
        public Task InitializeAsync()
        {
            Api = TestApi.Start(settings: new Dictionary<string, string?> { ["Security:CorsOrigins:0"] = Page, ["Security:CorsOrigins:1"] = "http://localhost:3000" });
            return Task.CompletedTask;
        }

        /// <inheritdoc/>
        public Task DisposeAsync() => Api.DisposeAsync().AsTask();
    }
}
