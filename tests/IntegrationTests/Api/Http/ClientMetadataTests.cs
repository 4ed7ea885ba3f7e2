using CognitoAuth.Api.Http;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class ClientMetadataTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task Every_body_that_may_have_client_metadata_is_refused_with_more_than_20_entries()
    {
        var routes = hidden.Api.BodyRoutes().Where(route => route.TakesMetadata).ToList();
        var token = (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access;
        var metadata = Enumerable.Range(0, 21).ToDictionary(number => $"entry{number}", _ => "value", StringComparer.Ordinal);

        routes.Count.ShouldBe(11);
        foreach (var route in routes)
        {
            route.Body.IsAssignableTo(typeof(IHasClientMetadata)).ShouldBeTrue(route.ToString());
            var response = await hidden.Api.Send(route.Method, route.Path, new { clientMetadata = metadata }, bearer: token);
            response.ShouldBeProblem(400, "validation_failed");
            response.Json.GetProperty("errors").GetProperty("clientMetadata")[0].GetString().ShouldBe("It must have at most 20 entries.", route.ToString());
        }
    }

    // The name is taken and not confirmed: its owner gets a new code after the response.
    [Fact]
    public async Task A_background_flow_sends_the_client_metadata_of_its_call()
    {
        var body = new { username = "owner", password = Users.Password, attributes = new { email = "owner@example.com" }, clientMetadata = new { locale = "de" } };
        (await SignUp(body)).Status.ShouldBe(202);
        (await SignUp(body)).Status.ShouldBe(202);

        await Wait.Until(() => hidden.Api.Cognito.Requests.Of("ResendConfirmationCode").Any());
        var sent = hidden.Api.Cognito.Requests.Of("ResendConfirmationCode").Single().Body;
        sent.ShouldContain("\"ClientMetadata\":{\"locale\":\"de\"}");
        sent.ShouldContain("\"EncodedData\":\"***\"");
        sent.ShouldContain("\"IpAddress\":\"127.0.0.1\"");
        await Wait.Until(() => hidden.Api.Log.Lines.Any(line => line.Contains("\"sign_up.code_requested\"", StringComparison.Ordinal)));
        hidden.Api.Log.Lines.Single(line => line.Contains("\"sign_up.code_requested\"", StringComparison.Ordinal)).ShouldContain("\"IpAddress\":\"127.0.0.1\"");
    }

    private async Task<ApiResponse> SignUp(object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/sign-up") { Content = JsonContent.Create(body), Headers = { { "X-Cognito-User-Context", "fingerprint-of-a-device" } } };
        return await hidden.Api.Send(request);
    }
}
