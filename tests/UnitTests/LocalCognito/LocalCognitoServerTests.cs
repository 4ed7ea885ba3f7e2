using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.LocalCognito;

public sealed class LocalCognitoServerTests : IAsyncDisposable
{
    private readonly LocalCognitoServer _cognito = LocalCognitoServer.Start(new LocalCognitoOptions { RecordRequests = true });
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Signs_up_confirms_signs_in_refreshes_and_revokes()
    {
        await Ok("SignUp", new { ClientId = _cognito.ClientId, SecretHash = Hash("jane"), Username = "jane", PoolUnderTest.Password, UserAttributes = (object[])[new { Name = "email", Value = "jane@example.com" }] });
        await Ok("ConfirmSignUp", new { ClientId = _cognito.ClientId, SecretHash = Hash("jane"), Username = "jane", ConfirmationCode = _cognito.Inbox.LatestCode("jane") });
        var tokens = Tokens.Of(await Ok("InitiateAuth", new
        {
            ClientId = _cognito.ClientId,
            AuthFlow = "USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password, SECRET_HASH = Hash("jane") },
        }));
        (await Ok("GetUser", new { AccessToken = tokens.Access })).GetProperty("Username").GetString().ShouldBe("jane");
        var refreshed = Tokens.Of(await Ok("GetTokensFromRefreshToken", new { ClientId = _cognito.ClientId, ClientSecret = _cognito.ClientSecret, RefreshToken = tokens.Refresh }));
        await Ok("RevokeToken", new { ClientId = _cognito.ClientId, ClientSecret = _cognito.ClientSecret, Token = tokens.Refresh });

        using var refused = await Post("GetUser", new { AccessToken = refreshed.Access });
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldBe("""{"__type":"NotAuthorizedException","message":"Access Token has been revoked"}""");
        _cognito.Requests.Of("SignUp").ShouldHaveSingleItem().Body.ShouldNotContain(PoolUnderTest.Password);
    }

    [Fact]
    public async Task Publishes_keys_that_verify_its_tokens()
    {
        _cognito.Pool.AddUser("jane", PoolUnderTest.Password);
        var tokens = await SignIn();
        using var jwks = JsonDocument.Parse(await _http.GetStringAsync(new Uri(_cognito.JwksUri)));

        foreach (var token in (string[])[tokens.Access, tokens.Id])
        {
            var keyId = PoolUnderTest.Header(token).GetProperty("kid").GetString();
            var key = jwks.RootElement.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == keyId);
            using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(key, "n"), Exponent = Bytes(key, "e") });
            var parts = token.Split('.');
            rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .ShouldBeTrue();
        }

        JsonElement.DeepEquals(PoolUnderTest.Header(tokens.Access), PoolUnderTest.Header(tokens.Id)).ShouldBeFalse("ID tokens have a key of their own");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cognito.DisposeAsync();
    }

    private string Hash(string username) => PoolUnderTest.SecretHash(username, _cognito.ClientSecret!, _cognito.ClientId);

    private async Task<Tokens> SignIn() => Tokens.Of(await Ok("InitiateAuth", new
    {
        ClientId = _cognito.PublicClientId,
        AuthFlow = "USER_PASSWORD_AUTH",
        AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password },
    }));

    private async Task<JsonElement> Ok(string operation, object request)
    {
        using var response = await Post(operation, request);
        var body = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, body);
        using var json = JsonDocument.Parse(body);
        return json.RootElement.Clone();
    }

    private async Task<HttpResponseMessage> Post(string operation, object request)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _cognito.Endpoint) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request)) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        message.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        return await _http.SendAsync(message);
    }

    private static byte[] Bytes(JsonElement key, string name) => System.Buffers.Text.Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
}
