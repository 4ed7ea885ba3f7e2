using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class AnswerHeadersTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private const string CorrelationId = "X-Correlation-Id";

    [Theory]
    [InlineData("a")]
    [InlineData("order-17.retry_2")]
    [InlineData("0af7651916cd43dd8448eb211c80319c")]
    public async Task A_well_formed_correlation_id_is_echoed(string id) => (await Get("/v1/me", id)).Headers[CorrelationId].ShouldBe(id);

    [Fact]
    public async Task The_longest_correlation_id_is_echoed_and_a_longer_one_is_replaced()
    {
        var longest = new string('x', 128);
        (await Get("/v1/me", longest)).Headers[CorrelationId].ShouldBe(longest);
        ShouldBeOurs(await Get("/v1/me", longest + "x"));
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("<script>")]
    [InlineData("a,b")]
    [InlineData("\"quoted\"")]
    [InlineData("caf%C3%A9")]
    public async Task A_malformed_correlation_id_is_replaced(string id) => ShouldBeOurs(await Get("/v1/me", id));

    [Fact]
    public async Task Two_correlation_ids_are_replaced() => ShouldBeOurs(await Get("/v1/me", "first", "second"));

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/me")]
    public async Task Every_response_has_a_correlation_id_and_names_no_server(string path)
    {
        var response = await Get(path);
        ShouldBeOurs(response);
        response.Headers.ShouldNotContainKey("Server");
    }

    [Fact]
    public async Task No_response_of_the_contract_may_be_stored()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        var tokens = await hidden.Api.SignIn(name);
        ApiResponse[] responses =
        [
            await hidden.Api.Post("/v1/auth/sign-in", new { username = name, password = Users.Password }),
            await hidden.Api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh }),
            await hidden.Api.Get("/v1/auth/session", tokens.Access),
            await hidden.Api.Get("/v1/auth/verify", tokens.Access),
            await hidden.Api.Get("/v1/me", tokens.Access),
            await hidden.Api.Post("/v1/auth/password/forgot", new { username = name }),
            await hidden.Api.Post("/v1/auth/sign-in", new { }),
            await hidden.Api.Post("/v1/auth/sign-in", new { username = 1 }),
            await hidden.Api.Get("/v1/me"),
            await hidden.Api.Get("/v1/nothing"),
            await hidden.Api.Get("/v1/auth/sign-in"),
            await hidden.Api.Post("/v1/auth/sign-in", new { padding = new string('x', 70_000) }),
            await hidden.Api.Get("/V1/ME", tokens.Access),
            await hidden.Api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access),
        ];
        responses.Select(response => response.Status).ShouldBe([200, 200, 200, 200, 200, 202, 400, 400, 401, 404, 405, 413, 200, 204]);
        responses.ShouldAllBe(response => response.Headers["Cache-Control"] == "no-store");
    }

    private static void ShouldBeOurs(ApiResponse response) => response.Headers[CorrelationId].ShouldMatch("^[0-9a-f]{32}$");

    private async Task<ApiResponse> Get(string path, params string[] ids)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var id in ids) request.Headers.TryAddWithoutValidation(CorrelationId, id).ShouldBeTrue();
        return await hidden.Api.Send(request);
    }
}
