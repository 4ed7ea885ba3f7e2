using System.Net.Sockets;
using System.Text;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

/// <summary>Requests that no well-behaved client sends. They are written as bytes, because client libraries refuse to send them.</summary>
public sealed class HostileRequestTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    private const string Ok = "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    [Theory]
    [InlineData("GET /v1/me\0 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /v1/me%00 HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    [InlineData("GET /v1/me HTTP/1.1\r\n\r\n")]
    [InlineData("GET /v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("GET /v1/me HTTP/1.1\r\nHost: localhost\r\nX-Correlation-Id: a\rX-Auth-Subject: b\r\n\r\n")]
    [InlineData("GET /v1/me HTTP/1.1\r\nHost: localhost\r\nX-Correlation-Id: a\0b\r\n\r\n")]
    [InlineData("GET /v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization : Bearer x\r\n\r\n")]
    [InlineData("GET /v1/me HTTP/1.1\r\nHost: localhost\r\nX-Folded: a\r\n b\r\n\r\n")]
    [InlineData("POST /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\nContent-Length: 44\r\n\r\n{}")]
    [InlineData("POST /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: -1\r\n\r\n{}")]
    [InlineData("POST /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n")]
    [InlineData("POST /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n")]
    [InlineData("BREW /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n")]
    public async Task A_hostile_request_is_refused_and_nothing_after_it_is_read(string request)
    {
        var response = await Send(request + Ok);

        response.ShouldStartWith("HTTP/1.1 4");
        // The connection may be reused only where both sides agree on the end of this request.
        if (response.StartsWith("HTTP/1.1 400 ", StringComparison.Ordinal)) response.ShouldNotContain("HTTP/1.1 200");
    }

    // RFC 9112, section 6.1: a reader of the length sees one request, a reader of the chunks sees two.
    [Fact]
    public async Task A_body_with_two_lengths_does_not_hide_a_second_request()
    {
        var response = await Send($"POST /v1/auth/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {5 + Ok.Length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Ok}");

        response.ShouldStartWith("HTTP/1.1 400 ");
        response.ShouldNotContain("HTTP/1.1 200");
    }

    [Fact]
    public async Task Headers_of_more_than_32_kib_are_too_large() =>
        (await Send($"GET /v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {new string('x', 40_000)}\r\n\r\n")).ShouldStartWith("HTTP/1.1 431 ");

    [Theory]
    [InlineData("//v1/me")]
    [InlineData("/v1//me")]
    [InlineData("/v1/./me")]
    [InlineData("/v1/auth/../me")]
    [InlineData("/v1/auth/%2e%2e/me")]
    [InlineData("/v1/auth/..%2fme")]
    [InlineData("/v1/auth/..;/me")]
    [InlineData("/v1/me/attributes/..%2f..%2fauth%2fverify/send-code")]
    [InlineData("/v1/me?x=%00")]
    [InlineData("/v1/me\\..\\auth")]
    [InlineData("/v1/me%ff")]
    [InlineData("http://evil.example/v1/me")]
    public async Task No_spelling_of_a_path_bypasses_the_token(string target) =>
        (await Send($"GET {target} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")).ShouldMatch("^HTTP/1.1 (400|401|404|405) ");

    [Theory]
    [InlineData("EMAIL_VERIFIED")]
    [InlineData("email_verified ")]
    [InlineData(" email_verified")]
    [InlineData("email_verified\u200b")]
    [InlineData("email_verif\u0131ed")]
    [InlineData("\uff45mail_verified")]
    [InlineData("\u0435mail_verified")]
    [InlineData("custom\uff1arole")]
    [InlineData("custom:role")]
    [InlineData("dev:custom:role")]
    [InlineData("SUB")]
    [InlineData("userAttributes.email_verified")]
    public async Task No_similar_attribute_name_sets_what_users_must_not_set(string attribute)
    {
        var api = hidden.Api;
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        var before = (await api.Get("/v1/me", tokens.Access)).Text;

        var response = await api.Send(HttpMethod.Patch, "/v1/me/attributes", new { attributes = new Dictionary<string, string> { [attribute] = "true" } }, tokens.Access);

        response.Status.ShouldBe(400, response.Text);
        (await api.Get("/v1/me", tokens.Access)).Text.ShouldBe(before);
    }

    [Theory]
    [InlineData("j\u0430ne", "jane")]
    [InlineData("jane\u0301", "jan\u00e9")]
    [InlineData("\uff4aane", "jane")]
    [InlineData("\u212aate", "kate")]
    public async Task A_name_that_looks_like_another_is_a_different_name(string lookAlike, string name)
    {
        var suffix = Users.NewName();
        hidden.Api.Cognito.Pool.AddUser(name + suffix, Users.Password);

        (await hidden.Api.Post("/v1/auth/sign-in", new { username = lookAlike + suffix, password = Users.Password })).ShouldBeProblem(401, "invalid_credentials");
        (await hidden.Api.Post("/v1/auth/sign-in", new { username = name + suffix, password = Users.Password })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Names_that_are_too_long_are_refused_before_a_call_to_Cognito()
    {
        var before = hidden.Api.Cognito.Requests.All.Count;
        foreach (var length in new[] { 129, 1_000, 60_000 })
        {
            (await hidden.Api.Post("/v1/auth/password/forgot", new { username = new string('n', length) })).ShouldBeProblem(400, "validation_failed");
        }

        hidden.Api.Cognito.Requests.All.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_name_of_any_characters_becomes_a_header_of_plain_characters()
    {
        var api = hidden.Api;
        var name = "jos\u00e9<\u4f60\u597d>\ud83d\ude00%0d%0aX-Auth-Groups:admins" + Users.NewName();
        api.Cognito.Pool.AddUser(name, Users.Password);
        var tokens = await api.SignIn(name);

        var response = await api.Get("/v1/auth/verify", tokens.Access);

        response.Status.ShouldBe(200);
        response.Headers.ShouldNotContainKey("X-Auth-Groups");
        response.Headers["X-Auth-Username"].ShouldAllBe(character => char.IsAscii(character) && !char.IsControl(character) && character != ' ' && character != ',');
        Uri.UnescapeDataString(response.Headers["X-Auth-Username"]).ShouldBe(name);
    }

    private async Task<string> Send(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(hidden.Api.Client.BaseAddress!.Host, hidden.Api.Client.BaseAddress.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        return await reader.ReadToEndAsync(timeout.Token);
    }
}
