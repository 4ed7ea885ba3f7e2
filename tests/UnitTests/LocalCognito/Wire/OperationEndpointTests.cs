using System.Net;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.LocalCognito.Wire;

public sealed class OperationEndpointTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly LocalCognitoServer _cognito;
    private readonly CognitoHttp _http;

    public OperationEndpointTests()
    {
        _cognito = LocalCognitoServer.Start(new LocalCognitoOptions { RecordRequests = true }, _clock);
        _http = new CognitoHttp(_cognito);
    }

    [Fact]
    public async Task A_response_has_the_headers_and_body_of_Cognito()
    {
        using var response = await _http.Post("ForgotPassword", new { ClientId = _cognito.PublicClientId, Username = "jane" });

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/x-amz-json-1.1");
        Guid.TryParse(Header(response, "x-amzn-RequestId"), out _).ShouldBeTrue();
        response.Headers.Date.ShouldBe(_clock.GetUtcNow(), "the pool's clock, not the machine's");
        Header(response, "Access-Control-Allow-Origin").ShouldBe("*");
    }

    [Fact]
    public async Task An_error_has_the_headers_and_body_of_Cognito()
    {
        using var response = await _http.Post("InitiateAuth", new { ClientId = _cognito.PublicClientId, AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new { USERNAME = "jane", PASSWORD = "x" } });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/x-amz-json-1.1");
        Header(response, "x-amzn-ErrorType").ShouldBe("NotAuthorizedException:");
        Header(response, "x-amzn-ErrorMessage").ShouldBe("Incorrect username or password.");
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"__type":"NotAuthorizedException","message":"Incorrect username or password."}""");
    }

    [Theory]
    [InlineData(null, "{}", CognitoHttp.JsonType, "UnknownOperationException")]
    [InlineData("AWSCognitoIdentityProviderService.Nonsense", "{}", CognitoHttp.JsonType, "UnknownOperationException")]
    [InlineData("OtherService.SignUp", "{}", CognitoHttp.JsonType, "UnknownOperationException")]
    [InlineData("AWSCognitoIdentityProviderService.SignUp", "{}", "application/json", "UnknownOperationException")]
    [InlineData("AWSCognitoIdentityProviderService.SignUp", "{", CognitoHttp.JsonType, "SerializationException")]
    [InlineData("AWSCognitoIdentityProviderService.SignUp", "[]", CognitoHttp.JsonType, "SerializationException")]
    [InlineData("AWSCognitoIdentityProviderService.SignUp", "null", CognitoHttp.JsonType, "SerializationException")]
    [InlineData("AWSCognitoIdentityProviderService.SignUp", """{"ClientId":7}""", CognitoHttp.JsonType, "SerializationException")]
    [InlineData("AWSCognitoIdentityProviderService.SignUp", """{"UserAttributes":{"email":"x"}}""", CognitoHttp.JsonType, "SerializationException")]
    [InlineData("AWSCognitoIdentityProviderService.SignUp", "", CognitoHttp.JsonType, "InvalidParameterException")]
    [InlineData("AWSCognitoIdentityProviderService.AdminGetUser", "{}", CognitoHttp.JsonType, "MissingAuthenticationTokenException")]
    public async Task A_request_that_violates_the_protocol_is_refused(string? target, string body, string contentType, string type)
    {
        using var response = await _http.Post(target, CognitoHttp.Content(body, contentType));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Header(response, "x-amzn-ErrorType").ShouldBe($"{type}:");
    }

    [Fact]
    public async Task Unknown_members_are_ignored()
    {
        await _http.Ok("ForgotPassword", new { ClientId = _cognito.PublicClientId, Username = "jane", UserContextData = new { IpAddress = "192.0.2.1" }, Newer = (int[])[1] });
    }

    [Fact]
    public async Task Browsers_of_every_origin_can_call()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, _cognito.Endpoint);
        request.Headers.Add("Origin", "http://localhost:5173");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-amz-target,x-amz-user-agent");

        using var response = await _http.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        Header(response, "Access-Control-Allow-Origin").ShouldBe("*");
        Header(response, "Access-Control-Allow-Headers").ShouldBe("content-type,x-amz-target,x-amz-user-agent");
        Header(response, "Access-Control-Expose-Headers").ShouldContain("x-amzn-ErrorType");
    }

    [Fact]
    public async Task Planned_faults_fail_their_attempts_and_later_attempts_succeed()
    {
        _cognito.Faults.Pass("ForgotPassword").Fail("ForgotPassword", CognitoException.TooManyRequests()).Fail("ForgotPassword", CognitoException.InternalError());
        List<HttpStatusCode> statuses = [];
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var response = await Forgot();
            statuses.Add(response.StatusCode);
        }

        statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.InternalServerError, HttpStatusCode.OK]);
        _cognito.Requests.Of("ForgotPassword").Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_dropped_response_follows_an_executed_operation()
    {
        _cognito.Faults.DropResponse("SignUp");

        await Should.ThrowAsync<HttpRequestException>(() => _http.Post("SignUp", new { ClientId = _cognito.PublicClientId, Username = "jane", PoolUnderTest.Password }));

        using var repeat = await _http.Post("SignUp", new { ClientId = _cognito.PublicClientId, Username = "jane", PoolUnderTest.Password });
        Header(repeat, "x-amzn-ErrorType").ShouldBe("UsernameExistsException:");
    }

    [Fact]
    public async Task A_dropped_request_executes_nothing()
    {
        _cognito.Faults.DropRequest("SignUp");

        await Should.ThrowAsync<HttpRequestException>(() => _http.Post("SignUp", new { ClientId = _cognito.PublicClientId, Username = "jane", PoolUnderTest.Password }));

        await _http.Ok("SignUp", new { ClientId = _cognito.PublicClientId, Username = "jane", PoolUnderTest.Password });
    }

    [Fact]
    public async Task A_fault_can_respond_with_any_bytes()
    {
        _cognito.Faults.Respond("ForgotPassword", 503, "<html>Service Unavailable</html>", "text/html");

        using var response = await Forgot();

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync()).ShouldBe("<html>Service Unavailable</html>");
    }

    [Fact]
    public async Task A_delayed_response_makes_the_caller_give_up()
    {
        _cognito.Faults.Delay("ForgotPassword", TimeSpan.FromHours(1));
        _http.Client.Timeout = TimeSpan.FromMilliseconds(200);

        await Should.ThrowAsync<TaskCanceledException>(Forgot);
    }

    [Fact]
    public async Task Latency_can_depend_on_the_request()
    {
        _cognito.Faults.Latency = (operation, request) => operation == "ForgotPassword" && request.GetProperty("Username").GetString() == "slow" ? TimeSpan.FromHours(1) : TimeSpan.Zero;
        object Request(string username) => new { ClientId = _cognito.PublicClientId, Username = username };

        var slow = _http.Post("ForgotPassword", Request("slow"));
        using var quick = await _http.Post("ForgotPassword", Request("quick"));
        quick.StatusCode.ShouldBe(HttpStatusCode.OK);
        slow.IsCompleted.ShouldBeFalse();

        // The test does not wait for an hour: the server cancels the delay when it stops.
        await _cognito.DisposeAsync();
        await Should.ThrowAsync<HttpRequestException>(slow);
    }

    [Fact]
    public async Task Secrets_are_masked_in_the_record()
    {
        using var response = await _http.Post("InitiateAuth", new { ClientId = _cognito.ClientId, AuthFlow = "USER_PASSWORD_AUTH", AuthParameters = new { USERNAME = "jane", PASSWORD = "my-password", SECRET_HASH = "my-hash" } });

        var body = _cognito.Requests.Of("InitiateAuth").ShouldHaveSingleItem().Body;
        body.ShouldContain("\"USERNAME\":\"jane\"");
        body.ShouldNotContain("my-password");
        body.ShouldNotContain("my-hash");
    }

    [Theory]
    [InlineData("NotAuthorizedException", HttpStatusCode.Forbidden)]
    [InlineData("UserNotFoundException", HttpStatusCode.NotFound)]
    [InlineData("TooManyRequestsException", HttpStatusCode.TooManyRequests)]
    [InlineData("UnauthorizedException", HttpStatusCode.Unauthorized)]
    [InlineData("CodeMismatchException", HttpStatusCode.BadRequest)]
    public async Task Errors_can_have_the_statuses_of_the_model(string type, HttpStatusCode status)
    {
        await using var cognito = LocalCognitoServer.Start(new LocalCognitoOptions { ErrorStatuses = ErrorStatusMode.Modelled });
        using var http = new CognitoHttp(cognito);
        cognito.Faults.Fail("GetUser", new CognitoException(type, "text"));

        using var response = await http.Post("GetUser", new { AccessToken = "x" });

        response.StatusCode.ShouldBe(status);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cognito.DisposeAsync();
    }

    private Task<HttpResponseMessage> Forgot() => _http.Post("ForgotPassword", new { ClientId = _cognito.PublicClientId, Username = "jane" });

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();
}
