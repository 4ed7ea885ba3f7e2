using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Configuration;

namespace CognitoAuth.UnitTests.LocalCognito;

public sealed class LocalCognitoServerTests : IAsyncDisposable
{
    private readonly LocalCognitoServer _cognito = LocalCognitoServer.Start();
    private readonly CognitoHttp _http;

    public LocalCognitoServerTests() => _http = new CognitoHttp(_cognito);

    [Fact]
    public async Task A_user_signs_up_confirms_signs_in_refreshes_and_revokes_over_http()
    {
        var client = new { _cognito.ClientId, SecretHash = Hash("jane"), Username = "jane" };
        await _http.Ok("SignUp", new { client.ClientId, client.SecretHash, client.Username, PoolUnderTest.Password, UserAttributes = (object[])[new { Name = "email", Value = "jane@example.com" }] });
        await _http.Ok("ConfirmSignUp", new { client.ClientId, client.SecretHash, client.Username, ConfirmationCode = _cognito.Inbox.LatestCode("jane") });
        var tokens = IssuedTokens.Of(await _http.Ok("InitiateAuth", new
        {
            client.ClientId,
            AuthFlow = "USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password, SECRET_HASH = Hash("jane") },
        }));
        (await _http.Ok("GetUser", new { AccessToken = tokens.Access })).GetProperty("Username").GetString().ShouldBe("jane");
        var refreshed = IssuedTokens.Of(await _http.Ok("GetTokensFromRefreshToken", new { client.ClientId, _cognito.ClientSecret, RefreshToken = tokens.Refresh }));
        await _http.Ok("RevokeToken", new { client.ClientId, _cognito.ClientSecret, Token = tokens.Refresh });

        using var refused = await _http.Post("GetUser", new { AccessToken = refreshed.Access });
        (await refused.Content.ReadAsStringAsync()).ShouldBe("""{"__type":"NotAuthorizedException","message":"Access Token has been revoked"}""");
    }

    [Fact]
    public async Task Published_keys_verify_the_tokens()
    {
        _cognito.Pool.AddUser("jane", PoolUnderTest.Password);
        var tokens = IssuedTokens.Of(await _http.Ok("InitiateAuth", new
        {
            ClientId = _cognito.PublicClientId,
            AuthFlow = "USER_PASSWORD_AUTH",
            AuthParameters = new { USERNAME = "jane", PASSWORD = PoolUnderTest.Password },
        }));
        using var jwks = JsonDocument.Parse(await _http.Client.GetStringAsync(new Uri(_cognito.JwksUri)));

        foreach (var token in (string[])[tokens.Access, tokens.Id])
        {
            var keyId = PoolUnderTest.Header(token).GetProperty("kid").GetString();
            var key = jwks.RootElement.GetProperty("keys").EnumerateArray().Single(key => key.GetProperty("kid").GetString() == keyId);
            using var rsa = RSA.Create(new RSAParameters { Modulus = Bytes(key, "n"), Exponent = Bytes(key, "e") });
            var parts = token.Split('.');
            rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), System.Buffers.Text.Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
                .ShouldBeTrue();
        }

        JsonElement.DeepEquals(PoolUnderTest.Header(tokens.Access), PoolUnderTest.Header(tokens.Id)).ShouldBeFalse("ID tokens and access tokens have different keys");
        PoolUnderTest.Claims(tokens.Access).GetProperty("iss").GetString().ShouldBe($"{_cognito.Endpoint}/{_cognito.UserPoolId}");
    }

    [Fact]
    public void Server_listens_on_loopback_only() => new Uri(_cognito.Endpoint).IsLoopback.ShouldBeTrue();

    [Fact]
    public async Task Each_start_generates_a_new_client_secret()
    {
        await using var other = LocalCognitoServer.Start();

        other.ClientSecret!.Length.ShouldBe(51);
        (other.ClientSecret == _cognito.ClientSecret).ShouldBeFalse();
    }

    [Fact]
    public void Start_on_a_taken_port_fails_with_a_message_that_names_the_port()
    {
        var port = new Uri(_cognito.Endpoint).Port;

        Should.Throw<InvalidOperationException>(() => LocalCognitoServer.Start(new LocalCognitoOptions { Port = port })).Message.ShouldContain($"127.0.0.1:{port}");
    }

    [Fact]
    public void Options_bind_from_configuration()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["LocalCognito:Pool:PasswordPolicy:MinimumLength"] = "12",
            ["LocalCognito:Pool:UsernameAttributes:0"] = "email",
            ["LocalCognito:Client:RefreshTokenRotation"] = "true",
            ["LocalCognito:PublicClient:PreventUserExistenceErrors"] = "Legacy",
            ["LocalCognito:AccessKeys:AKID"] = "secret",
        }).Build();

        var options = configuration.GetSection(LocalCognitoOptions.SectionName).Get<LocalCognitoOptions>()!;

        options.Pool.PasswordPolicy.MinimumLength.ShouldBe(12);
        options.Pool.UsernameAttributes.ShouldBe(["email"]);
        options.Client.RefreshTokenRotation.ShouldBeTrue();
        options.Client.ClientId.ShouldBe("1localconfidentialclient01", "a missing setting keeps its default");
        options.PublicClient.PreventUserExistenceErrors.ShouldBe(ExistenceErrors.Legacy);
        options.PublicClient.GenerateSecret.ShouldBeFalse();
        options.AccessKeys["AKID"].ShouldBe("secret");
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _cognito.DisposeAsync();
    }

    private string Hash(string username) => PoolUnderTest.SecretHash(username, _cognito.ClientSecret!, _cognito.ClientId);

    private static byte[] Bytes(JsonElement key, string name) => System.Buffers.Text.Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
}
