using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Session;

public sealed class GetSessionTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task The_session_has_the_verified_claims()
    {
        var name = hidden.Api.Cognito.Pool.Add(groups: ["admins"]);
        var response = await hidden.Api.Get("/v1/auth/session", (await hidden.Api.SignIn(name)).Access);
        response.Status.ShouldBe(200);
        response.Json.EnumerateObject().Select(member => member.Name).ShouldBe(["sub", "username", "clientId", "groups", "scopes", "authTime", "issuedAt", "expiresAt", "sessionId"]);
        response.Member("username").ShouldBe(name);
        response.Json.GetProperty("groups")[0].GetString().ShouldBe("admins");
        var issuedAt = response.Json.GetProperty("issuedAt").GetDateTimeOffset();
        response.Json.GetProperty("expiresAt").GetDateTimeOffset().ShouldBe(issuedAt.AddHours(1));
        Guid.TryParse(response.Member("sessionId"), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_session_requires_a_token() => (await hidden.Api.Get("/v1/auth/session")).ShouldBeProblem(401, "invalid_token").Headers["WWW-Authenticate"].ShouldBe("Bearer");
}
