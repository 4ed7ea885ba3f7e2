using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Http;

public sealed class UnknownAddressTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/v1/nothing")]
    [InlineData("/v1/auth/sign-in/nothing/here")]
    [InlineData("/dev/cognito")]
    [InlineData("/dev/inbox")]
    public async Task An_unknown_address_returns_404_as_a_problem(string path) => (await hidden.Api.Get(path)).ShouldBeProblem(404, "not_found");

    [Theory]
    [InlineData("GET", "/v1/auth/sign-up", "POST")]
    [InlineData("GET", "/v1/auth/sign-out", "POST")]
    [InlineData("DELETE", "/v1/auth/session", "GET")]
    [InlineData("POST", "/v1/me", "DELETE, GET")]
    [InlineData("GET", "/v1/me/mfa", "PUT")]
    public async Task A_wrong_method_returns_405_as_a_problem_that_names_the_methods(string method, string path, string allowed)
    {
        var response = await hidden.Api.Send(new HttpMethod(method), path, body: null, bearer: null);
        response.ShouldBeProblem(405, "method_not_allowed");
        response.Headers["Allow"].ShouldBe(allowed);
    }
}
