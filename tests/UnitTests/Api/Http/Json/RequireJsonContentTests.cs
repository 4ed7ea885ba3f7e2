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
    public async Task Takes_JSON_in_UTF_8_and_nothing_else(string? contentType, bool isTaken)
    {
        var (status, wentOn) = await Send(contentType, "/v1/auth/sign-in");

        wentOn.ShouldBe(isTaken);
        status.ShouldBe(isTaken ? 200 : 415);
    }

    [Fact]
    public async Task Asks_nothing_of_a_request_without_a_body() => (await Send(null, "/v1/me", hasBody: false)).ShouldBe((200, true));

    [Theory]
    [InlineData("/v1/auth/verify", true)]
    [InlineData("/V1/Auth/Verify", true)]
    [InlineData("/v1/auth/verifyx", false)]
    public async Task Lets_forward_auth_through_whatever_the_body(string path, bool isTaken) => (await Send("text/plain", path)).WentOn.ShouldBe(isTaken);

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
