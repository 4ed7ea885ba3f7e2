using System.Net;
using System.Text.Json;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Testing;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito.Wire;

public sealed class WellKnownEndpointTests : IAsyncDisposable
{
    private readonly LocalCognitoServer _cognito = LocalCognitoServer.Start();
    private readonly CognitoHttp _http;

    public WellKnownEndpointTests() => _http = new CognitoHttp(_cognito);

    [Fact]
    public async Task Two_keys_are_published_as_in_Cognito()
    {
        var keys = await Keys();

        keys.Count.ShouldBe(2);
        foreach (var key in keys)
        {
            key.EnumerateObject().Select(member => member.Name).ShouldBe(["alg", "e", "kid", "kty", "n", "use"]);
            key.GetProperty("kid").GetString()!.ShouldEndWith("=");
            key.GetProperty("n").GetString()!.Length.ShouldBe(342);
        }
    }

    [Fact]
    public async Task Discovery_points_to_the_keys()
    {
        using var document = JsonDocument.Parse(await _http.Client.GetStringAsync(new Uri($"{_cognito.Issuer}/.well-known/openid-configuration")));

        document.RootElement.GetProperty("issuer").GetString().ShouldBe(_cognito.Issuer);
        document.RootElement.GetProperty("jwks_uri").GetString().ShouldBe(_cognito.JwksUri);
    }

    [Fact]
    public async Task Keys_are_rotated_and_retired_keys_removed()
    {
        _cognito.Pool.AddUser("jane", PoolUnderTest.Password);
        var before = await SigningKey();

        _cognito.Jwks.Rotate();
        var after = await SigningKey();
        (await Keys()).Count.ShouldBe(4);
        _cognito.Jwks.RemoveRetired();

        var published = (await Keys()).ConvertAll(key => key.GetProperty("kid").GetString());
        published.Count.ShouldBe(2);
        published.ShouldContain(key => key == after);
        published.ShouldNotContain(key => key == before);
        _cognito.Jwks.Fetches.ShouldBe(2);
    }

    [Theory]
    [InlineData(JwksMode.Empty, HttpStatusCode.OK, """{"keys":[]}""")]
    [InlineData(JwksMode.Garbage, HttpStatusCode.OK, "<html>Not what you asked for</html>")]
    [InlineData(JwksMode.ServerError, HttpStatusCode.InternalServerError, """{"message":"Internal Server Error"}""")]
    public async Task Publication_can_fail_in_several_ways(JwksMode mode, HttpStatusCode status, string body)
    {
        _cognito.Jwks.Mode = mode;

        using var response = await _http.Client.GetAsync(new Uri(_cognito.JwksUri));

        response.StatusCode.ShouldBe(status);
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task A_hanging_publication_does_not_block_the_stop_of_the_server()
    {
        _cognito.Jwks.Mode = JwksMode.Hang;
        var hanging = _http.Client.GetAsync(new Uri(_cognito.JwksUri));
        while (_cognito.Jwks.Fetches == 0) await Task.Yield();

        await _cognito.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5));

        await Should.ThrowAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task Another_pool_is_not_found()
    {
        using var response = await _http.Client.GetAsync(new Uri($"{_cognito.Endpoint}/us-east-1_Other/.well-known/jwks.json"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cognito.DisposeAsync();
    }

    private async Task<List<JsonElement>> Keys()
    {
        using var document = JsonDocument.Parse(await _http.Client.GetStringAsync(new Uri(_cognito.JwksUri)));
        return [.. document.RootElement.Clone().GetProperty("keys").EnumerateArray()];
    }

    private async Task<string?> SigningKey()
    {
        var tokens = IssuedTokens.Of(await _http.Ok("InitiateAuth", new
        {
            ClientId = _cognito.PublicClientId,
            AuthFlow = "USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password },
        }));
        return PoolUnderTest.Header(tokens.Access).GetProperty("kid").GetString();
    }
}
