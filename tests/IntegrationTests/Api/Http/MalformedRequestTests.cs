using System.Net.Http.Headers;
using System.Text;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class MalformedRequestTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Theory]
    [InlineData(" ")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("{}}")]
    [InlineData("{},")]
    [InlineData("{\"clientMetadata\":}")]
    [InlineData("{'clientMetadata':{}}")]
    [InlineData("{\"clientMetadata\":{},}")]
    [InlineData("/* comment */{}")]
    public async Task A_body_that_is_not_one_JSON_object_is_refused(string body)
    {
        foreach (var route in hidden.Api.BodyRoutes()) ShouldBeMalformed(await Send(route, Encoding.UTF8.GetBytes(body)), route);
    }

    // Nearly every body may have clientMetadata, so wrong types can be tested on all of them.
    [Theory]
    [InlineData("{\"clientMetadata\":1}")]
    [InlineData("{\"clientMetadata\":[]}")]
    [InlineData("{\"clientMetadata\":{\"a\":1}}")]
    [InlineData("{\"clientMetadata\":{\"a\":{}}}")]
    [InlineData("{\"clientMetadata\":{},\"clientMetadata\":{}}")]
    [InlineData("{\"clientMetadata\":{},\"CLIENTMETADATA\":{}}")]
    [InlineData("{\"clientMetadata\":{\"a\":\"1\",\"a\":\"2\"}}")]
    [InlineData("{\"clientMetadata\":{\"a\":\"\\ud800\"}}")]
    [InlineData("{\"clientMetadata\":{\"\\udc00\":\"1\"}}")]
    public async Task Members_of_other_than_the_documented_types_are_refused(string body)
    {
        foreach (var route in hidden.Api.BodyRoutes().Where(route => route.TakesMetadata)) ShouldBeMalformed(await Send(route, Encoding.UTF8.GetBytes(body)), route);
    }

    [Theory]
    [InlineData("/v1/auth/password/change", """{"newPassword":1}""")]
    [InlineData("/v1/auth/password/change", """{"keepSessions":"true"}""")]
    [InlineData("/v1/me/attributes", """{"attributes":[]}""")]
    [InlineData("/v1/me/attributes", """{"attributes":{"name":1}}""")]
    [InlineData("/v1/me/attributes", """{"attributes":{"name":"a","name":"b"}}""")]
    [InlineData("/v1/me/attributes/any/verify", """{"code":123456}""")]
    [InlineData("/v1/me/mfa/totp/verify", """{"code":123456}""")]
    [InlineData("/v1/me/mfa", """{"totp":true}""")]
    [InlineData("/v1/me/mfa", """{"totp":{"enabled":"true"}}""")]
    public async Task Other_members_of_other_than_the_documented_types_are_refused(string path, string body)
    {
        var route = hidden.Api.BodyRoutes().Single(route => route.Path == path);
        ShouldBeMalformed(await Send(route, Encoding.UTF8.GetBytes(body)), route);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task A_missing_body_is_refused_where_one_is_required(string body)
    {
        foreach (var route in hidden.Api.BodyRoutes())
        {
            var response = await Send(route, Encoding.UTF8.GetBytes(body));
            if (route.BodyIsOptional) response.Status.ShouldBe(401, route.ToString());
            else ShouldBeMalformed(response, route);
        }
    }

    [Fact]
    public async Task Text_that_is_not_UTF8_is_refused()
    {
        byte[] body = [.. "{\"clientMetadata\":{\"a\":\""u8, 0xC3, 0x28, .. "\"}}"u8];
        foreach (var route in hidden.Api.BodyRoutes().Where(route => route.TakesMetadata)) ShouldBeMalformed(await Send(route, body), route);
    }

    [Fact]
    public async Task JSON_that_is_too_deep_is_refused()
    {
        var body = Encoding.UTF8.GetBytes($"{{\"unknown\":{new string('[', 1_000)}{new string(']', 1_000)}}}");
        foreach (var route in hidden.Api.BodyRoutes()) ShouldBeMalformed(await Send(route, body), route);
    }

    [Fact]
    public async Task The_response_names_the_member_that_could_not_be_read()
    {
        var response = await hidden.Api.Post("/v1/auth/sign-in", new { username = 5 });
        response.ShouldBeProblem(400, "malformed_request").Member("detail").ShouldEndWith("The member username could not be read.");
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        foreach (var route in hidden.Api.BodyRoutes())
        {
            var known = await Send(route, "{}"u8.ToArray());
            var unknown = await Send(route, """{"unknown":{"deep":[1,null,{"deeper":"x"}]},"$type":"x","__proto__":{}}"""u8.ToArray());
            unknown.Fingerprint().ShouldBe(known.Fingerprint(), route.ToString());
        }
    }

    [Fact]
    public async Task Control_characters_in_names_codes_and_tokens_are_refused()
    {
        const string Nul = "\0";
        foreach (var route in hidden.Api.BodyRoutes())
        {
            var response = await hidden.Api.Send(route.Method, route.Path, new { username = Nul, password = Nul, code = Nul, newPassword = Nul, refreshToken = Nul }, bearer: null);
            response.Status.ShouldBe(route.IsProtected ? 401 : 400, route.ToString());
            response.Code.ShouldBe(route.IsProtected ? "invalid_token" : "validation_failed", route.ToString());
        }
    }

    private static void ShouldBeMalformed(ApiResponse response, BodyRoute route)
    {
        response.Status.ShouldBe(400, $"{route}: {response.Text}");
        response.Code.ShouldBe("malformed_request", route.ToString());
        response.ShouldBeProblem(400, "malformed_request");
    }

    private async Task<ApiResponse> Send(BodyRoute route, byte[] body)
    {
        using var request = new HttpRequestMessage(route.Method, route.Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return await hidden.Api.Send(request);
    }
}
