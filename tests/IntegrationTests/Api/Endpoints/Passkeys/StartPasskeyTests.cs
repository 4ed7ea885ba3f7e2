using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Passkeys;

public sealed class StartPasskeyTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task The_response_has_what_the_browser_needs_to_make_a_passkey()
    {
        var name = hidden.Api.Cognito.Pool.Add();

        var response = await hidden.Api.Post("/v1/me/passkeys/start", new { }, (await hidden.Api.SignIn(name)).Access);

        response.Status.ShouldBe(200, response.Text);
        response.Headers["Cache-Control"].ShouldBe("no-store");
        response.Member("credentialCreationOptions.rp.id").ShouldBe("localhost");
        response.Member("credentialCreationOptions.user.name").ShouldBe(name);
        response.Member("credentialCreationOptions.challenge").ShouldNotBeNullOrEmpty();
        response.Json.GetProperty("credentialCreationOptions").GetProperty("pubKeyCredParams").EnumerateArray().Select(parameter => parameter.GetProperty("alg").GetInt32()).ShouldBe([-7, -257]);
    }

    [Fact]
    public async Task The_start_of_a_registration_needs_no_body()
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());

        (await hidden.Api.Send(HttpMethod.Post, "/v1/me/passkeys/start", body: null, tokens.Access)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_start_of_a_registration_requires_a_token() => (await hidden.Api.Post("/v1/me/passkeys/start", new { })).ShouldBeProblem(401, "invalid_token");

    [Fact]
    public async Task A_pool_without_passkeys_is_reported()
    {
        await using var api = TestApi.Start(pool => pool.Pool.WebAuthnConfiguration.RelyingPartyId = "");
        var tokens = await api.SignIn(api.Cognito.Pool.Add());

        (await api.Post("/v1/me/passkeys/start", new { }, tokens.Access)).ShouldBeProblem(501, "not_enabled");
    }
}
