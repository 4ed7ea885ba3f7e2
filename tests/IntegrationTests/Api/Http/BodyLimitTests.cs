using System.Net.Http.Headers;
using System.Text;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class BodyLimitTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private const int Limit = 64 * 1024;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_above_64_KiB_is_refused(bool chunked)
    {
        foreach (var route in hidden.Api.BodyRoutes())
        {
            var response = await Send(route, Limit + 1, chunked);
            response.Status.ShouldBe(413, route.ToString());
            response.ShouldBeProblem(413, "payload_too_large");
        }
    }

    [Fact]
    public async Task A_body_of_64_KiB_is_accepted()
    {
        foreach (var route in hidden.Api.BodyRoutes())
        {
            (await Send(route, Limit, chunked: false)).Status.ShouldBeOneOf([400, 401], route.ToString());
            // The limit includes the chunk sizes.
            (await Send(route, Limit - 1024, chunked: true)).Status.ShouldBeOneOf([400, 401], route.ToString());
        }
    }

    private async Task<ApiResponse> Send(BodyRoute route, int size, bool chunked)
    {
        const string Empty = """{"padding":""}""";
        var body = Encoding.UTF8.GetBytes($$"""{"padding":"{{new string('x', size - Empty.Length)}}"}""");
        using var request = new HttpRequestMessage(route.Method, route.Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.TransferEncodingChunked = chunked;
        return await hidden.Api.Send(request);
    }
}
