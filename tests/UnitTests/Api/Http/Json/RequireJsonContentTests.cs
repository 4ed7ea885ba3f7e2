using CognitoAuth.Api.Http.Json;
using CognitoAuth.Api.Observability;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Api.Http.Json;

public sealed class RequireJsonContentTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("application/json; charset=\"UTF-8\"", true)]
    [InlineData("application/json; charset=utf-16", false)]
    [InlineData("application/json; charset=iso-8859-1", false)]
    [InlineData("text/json", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/problem+json", false)]
    [InlineData("application/x-www-form-urlencoded", false)]
    [InlineData("application/json, text/plain", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public async Task Only_JSON_in_UTF_8_is_accepted(string? contentType, bool isTaken)
    {
        var (status, wentOn) = await Send(contentType, "/v1/auth/sign-in");

        wentOn.ShouldBe(isTaken);
        status.ShouldBe(isTaken ? 200 : 415);
    }

    [Fact]
    public async Task A_request_without_a_body_needs_no_content_type() => (await Send(null, "/v1/me", hasBody: false)).ShouldBe((200, true));

    [Theory]
    [InlineData("/v1/auth/verify", true)]
    [InlineData("/V1/Auth/Verify", true)]
    [InlineData("/v1/auth/verifyx", false)]
    public async Task Forward_authentication_accepts_any_body(string path, bool isTaken) => (await Send("text/plain", path)).WentOn.ShouldBe(isTaken);

    private static async Task<(int Status, bool WentOn)> Send(string? contentType, string path, bool hasBody = true)
    {
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(), Request = { Path = path, ContentType = contentType } };
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new Body(hasBody));
        var wentOn = false;
        await new RequireJsonContent(_ =>
        {
            wentOn = true;
            return Task.CompletedTask;
        }).Invoke(context);
        return (context.Response.StatusCode, wentOn);
    }

    private sealed record Body(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;
}
