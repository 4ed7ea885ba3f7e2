using System.Globalization;
using System.Text.Json.Nodes;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Api.Observability;
using CognitoAuth.Domain;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CognitoAuth.UnitTests.Api.Http.Problems;

public sealed class ProblemMapTests
{
    [Fact]
    public void Every_kind_of_error_has_a_status()
    {
        foreach (var kind in Enum.GetValues<ErrorKind>()) ProblemMap.StatusOf(kind).ShouldBeInRange(400, 599, kind.ToString());
    }

    // Written by hand: a change of a status is a change of the contract (docs/errors.md).
    [Theory]
    [InlineData(400, "malformed_request validation_failed code_mismatch code_expired invalid_password password_reused invalid_parameter mfa_not_configured passkey_rejected rejected_by_trigger")]
    [InlineData(401, "invalid_credentials invalid_token invalid_session invalid_refresh_token refresh_token_reused")]
    [InlineData(403, "forbidden reauthentication_required blocked user_not_confirmed password_reset_required user_disabled")]
    [InlineData(404, "not_found")]
    [InlineData(405, "method_not_allowed")]
    [InlineData(409, "alias_taken conflict username_taken")]
    [InlineData(413, "payload_too_large")]
    [InlineData(415, "unsupported_media_type")]
    [InlineData(429, "rate_limited attempts_exceeded")]
    [InlineData(500, "internal_error misconfigured")]
    [InlineData(501, "not_enabled")]
    [InlineData(502, "upstream_invalid trigger_failed delivery_failed")]
    [InlineData(503, "upstream_unavailable upstream_throttled outcome_unknown keys_unavailable revocation_unavailable")]
    [InlineData(504, "upstream_timeout")]
    public void Each_code_has_the_status_of_the_contract(int status, string codes) =>
        AuthErrors.All.Where(error => ProblemMap.StatusOf(error.Kind) == status).Select(error => error.Code).Order(StringComparer.Ordinal)
            .ShouldBe(codes.Split(' ').Order(StringComparer.Ordinal));

    [Fact]
    public async Task Problem_details_have_the_form_of_the_contract()
    {
        var context = Context("/v1/auth/sign-up/confirm");

        var body = await Write(context, AuthErrors.CodeMismatch.Because("for the log alone"));

        context.Response.StatusCode.ShouldBe(400);
        context.Response.ContentType.ShouldBe("application/problem+json");
        body.Select(member => member.Key).ShouldBe(["type", "title", "status", "detail", "instance", "code", "traceId"], ignoreOrder: true);
        Text(body, "type").ShouldBe("urn:cognitoauth:problem:code_mismatch");
        Text(body, "title").ShouldBe("Code mismatch");
        body["status"]!.GetValue<int>().ShouldBe(400);
        Text(body, "detail").ShouldBe(AuthErrors.CodeMismatch.Detail);
        Text(body, "instance").ShouldBe("/v1/auth/sign-up/confirm");
        Text(body, "code").ShouldBe("code_mismatch");
        Text(body, "traceId").ShouldNotBeNullOrEmpty();
        body.ToJsonString().ShouldNotContain("for the log alone");
        context.Response.Headers.RetryAfter.Count.ShouldBe(0);
        context.Response.Headers.WWWAuthenticate.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Paths_of_members_are_written_unchanged()
    {
        var error = AuthErrors.ValidationFailed with { Errors = new Dictionary<string, string[]>(StringComparer.Ordinal) { ["attributes.Custom"] = ["one", "two"] } };

        var body = await Write(Context(), error);

        JsonNode.DeepEquals(body["errors"], JsonNode.Parse("""{"attributes.Custom":["one","two"]}""")).ShouldBeTrue(body.ToJsonString());
    }

    [Theory]
    [InlineData(5.0, 5)]
    [InlineData(0.2, 1)]
    [InlineData(900.0, 900)]
    public async Task Retry_after_is_written_in_whole_seconds(double seconds, int retryAfter)
    {
        var context = Context();

        await Write(context, AuthErrors.UpstreamUnavailable with { RetryAfter = TimeSpan.FromSeconds(seconds) });

        context.Response.Headers.RetryAfter.ToString().ShouldBe(retryAfter.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Our_own_limits_are_described_in_RateLimit_headers()
    {
        var context = Context();

        await Write(context, AuthErrors.RateLimited with { RetryAfter = TimeSpan.FromSeconds(14.2), Permits = 20 });

        context.Response.StatusCode.ShouldBe(429);
        string[] fields = ["Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];
        fields.Select(field => context.Response.Headers[field].ToString()).ShouldBe(["15", "20", "0", "15"]);
    }

    [Fact]
    public async Task Limits_of_Cognito_have_no_RateLimit_headers()
    {
        var context = Context();

        await Write(context, AuthErrors.AttemptsExceeded);

        context.Response.Headers.Keys.ShouldNotContain(field => field.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Every_429_and_503_has_Retry_After()
    {
        foreach (var error in AuthErrors.All.Where(error => ProblemMap.StatusOf(error.Kind) is 429 or 503))
        {
            var context = Context();
            await Write(context, error);
            context.Response.Headers.RetryAfter.Count.ShouldBe(1, error.Code);
        }
    }

    [Theory]
    [InlineData(null, "Bearer")]
    [InlineData("Bearer abc", "Bearer error=\"invalid_token\"")]
    [InlineData("Basic abc", "Bearer error=\"invalid_token\"")]
    public async Task Challenge_header_requests_a_bearer_token_and_reports_whether_one_was_sent(string? authorization, string challenge)
    {
        var context = Context();
        if (authorization is not null) context.Request.Headers.Authorization = authorization;

        await Write(context, AuthErrors.InvalidToken);

        context.Response.StatusCode.ShouldBe(401);
        context.Response.Headers.WWWAuthenticate.ToString().ShouldBe(challenge);
    }

    [Fact]
    public async Task Every_invalid_token_gets_the_same_body_except_for_the_trace_id()
    {
        var bodies = new List<string>();
        foreach (var reason in (string[])["expired", "forged", "signed out"])
        {
            var body = await Write(Context(), AuthErrors.InvalidToken.Because(reason));
            body.Remove("traceId");
            bodies.Add(body.ToJsonString());
        }

        bodies.Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
    }

    private static DefaultHttpContext Context(string path = "/v1/me") => new()
    {
        RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        Request = { Path = path },
        Response = { Body = new MemoryStream() },
    };

    private static async Task<JsonObject> Write(DefaultHttpContext context, AuthError error)
    {
        await ProblemMap.Write(context, error);
        context.Response.Body.Position = 0;
        return (await JsonNode.ParseAsync(context.Response.Body))!.AsObject();
    }

    private static string Text(JsonObject body, string member) => body[member]!.GetValue<string>();
}
