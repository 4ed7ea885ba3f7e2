using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Security;

public sealed class CorsTests(CorsTests.OpenApi open, HiddenApi closed) : IClassFixture<CorsTests.OpenApi>, IClassFixture<HiddenApi>
{
    private const string Page = "https://app.example.com";
    private const string Stranger = "https://evil.example.com";
    private const string AllowOrigin = "Access-Control-Allow-Origin";

    [Fact]
    public async Task No_page_of_another_origin_may_call_unless_the_settings_name_it()
    {
        (await Preflight(closed.Api, "/v1/auth/sign-in", Page)).ShouldBeProblem(405, "method_not_allowed").Headers.ShouldNotContainKey(AllowOrigin);
        (await Get(closed.Api, "/v1/me", Page)).Headers.ShouldNotContainKey(AllowOrigin);
    }

    [Fact]
    public async Task A_page_that_the_settings_name_may_call()
    {
        var preflight = await Preflight(open.Api, "/v1/me/attributes", Page);
        preflight.Status.ShouldBe(204);
        preflight.Headers[AllowOrigin].ShouldBe(Page);
        preflight.Headers["Access-Control-Allow-Methods"].Split(',').ShouldBe(["GET", "POST", "PUT", "PATCH", "DELETE"]);
        preflight.Headers["Access-Control-Allow-Headers"].Split(',').ShouldContain("Authorization");
        preflight.Headers["Access-Control-Max-Age"].ShouldBe("3600");
        // The API reads tokens only from the header: a browser adds no credentials by itself.
        preflight.Headers.ShouldNotContainKey("Access-Control-Allow-Credentials");

        var response = await Get(open.Api, "/v1/me", Page);
        response.ShouldBeProblem(401, "invalid_token");
        response.Headers[AllowOrigin].ShouldBe(Page);
        response.Headers["Vary"].ShouldBe("Origin");
        response.Headers["Access-Control-Expose-Headers"].Split(',').ShouldContain("Retry-After");
    }

    // The request is refused before a flow runs. A page that could not read the error could not show it to its user.
    [Fact]
    public async Task A_page_that_the_settings_name_can_read_why_its_request_was_refused()
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
    public async Task Pages_of_other_origins_may_not_call(string origin)
    {
        (await Preflight(open.Api, "/v1/auth/sign-in", origin)).Headers.ShouldNotContainKey(AllowOrigin);
        (await Get(open.Api, "/v1/me", origin)).Headers.ShouldNotContainKey(AllowOrigin);
    }

    // A proxy may forward a browser's preflight request. A 204 would mean that its token is valid.
    [Theory]
    [InlineData("/v1/auth/verify")]
    [InlineData("/v1/auth/verify/orders/7")]
    public async Task A_preflight_request_does_not_count_as_a_token(string path) => (await Preflight(open.Api, path, Page)).ShouldBeProblem(401, "invalid_token");

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

    /// <summary>One API that pages of two origins may call. The tests of the class share it.</summary>
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
