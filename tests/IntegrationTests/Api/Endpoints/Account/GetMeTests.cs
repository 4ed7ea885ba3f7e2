using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Account;

public sealed class GetMeTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task A_user_gets_their_profile()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        var response = await hidden.Api.Get("/v1/me", (await hidden.Api.SignIn(name)).Access);
        response.Status.ShouldBe(200);
        response.Member("username").ShouldBe(name);
        response.Member("attributes.email").ShouldBe(name);
        response.Member("sub").ShouldBe(response.Member("attributes.sub"));
        response.Json.GetProperty("mfa").GetProperty("enabled").GetArrayLength().ShouldBe(0);
        response.Headers["Cache-Control"].ShouldBe("no-store");
    }

    [Fact]
    public async Task The_token_of_a_deleted_user_is_refused()
    {
        var api = hidden.Api;
        var name = api.Cognito.Pool.Add();
        var token = (await api.SignIn(name)).Access;
        api.Cognito.Pool.Execute("AdminDeleteUser", System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new { api.Cognito.UserPoolId, Username = name }));
        (await api.Get("/v1/me", token)).ShouldBeProblem(401, "invalid_token");
    }
}
