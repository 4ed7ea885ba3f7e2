using System.Text;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http.Json;

public sealed class RequireJsonContentTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public void These_tests_cover_every_flow_with_a_body()
    {
        string[] known =
        [
            "/v1/auth/sign-up", "/v1/auth/sign-up/confirm", "/v1/auth/sign-up/resend-code", "/v1/auth/sign-in", "/v1/auth/token/refresh", "/v1/auth/sign-out", "/v1/auth/password/forgot",
            "/v1/auth/password/reset",
        ];
        known.ShouldBeSubsetOf(hidden.Api.BodyRoutes().Select(route => route.Path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/problem+json")]
    [InlineData("application/vnd.api+json")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/json, application/json")]
    public async Task Every_content_type_other_than_JSON_is_refused(string? contentType)
    {
        foreach (var route in hidden.Api.BodyRoutes())
        {
            var response = await Send(route, contentType);
            response.Status.ShouldBe(415, route.ToString());
            response.ShouldBeProblem(415, "unsupported_media_type");
        }
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("Application/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    public async Task JSON_in_UTF8_is_accepted_in_every_spelling_of_its_content_type(string contentType)
    {
        foreach (var route in hidden.Api.BodyRoutes())
        {
            (await Send(route, contentType)).Status.ShouldBeOneOf([400, 401], route.ToString());
        }
    }

    private async Task<ApiResponse> Send(BodyRoute route, string? contentType)
    {
        using var request = new HttpRequestMessage(route.Method, route.Path) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("{}")) };
        if (contentType is not null) request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType).ShouldBeTrue();
        return await hidden.Api.Send(request);
    }
}
