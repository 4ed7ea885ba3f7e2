using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.Support;

/// <summary>An embedded pool with its own clock, called without HTTP. Requests are anonymous objects; the client id of the public client is added.</summary>
internal sealed class PoolUnderTest : IDisposable
{
    public const string Password = "Passw0rd!";
    public const string Secret = "aClientSecret0";

    private readonly LocalCognitoOptions _options = new() { Client = new AppClientOptions { ClientId = "confidential", ClientSecrets = [Secret] } };

    public PoolUnderTest(Action<LocalCognitoOptions>? configure = null)
    {
        configure?.Invoke(_options);
        Pool = new LocalUserPool(_options, Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public LocalUserPool Pool { get; }

    public string ClientId => _options.PublicClient.ClientId;

    public string PoolId => Pool.Id;

    public Inbox Inbox => Pool.Inbox;

    public static string SecretHash(string username, string secret = Secret, string clientId = "confidential") =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(username + clientId)));

    /// <summary>The payload of a token, unverified.</summary>
    public static JsonElement Claims(string token) => Part(token, 1);

    public static JsonElement Header(string token) => Part(token, 0);

    public JsonElement Send(string operation, object request)
    {
        using var answer = JsonDocument.Parse(Pool.Execute(operation, JsonSerializer.SerializeToUtf8Bytes(request)));
        return answer.RootElement.Clone();
    }

    /// <summary>The refusal as <c>Type: message</c>.</summary>
    public string Refusal(string operation, object request)
    {
        var refusal = Should.Throw<CognitoException>(() => Send(operation, request));
        return $"{refusal.Type}: {refusal.Message}";
    }

    public JsonElement SignUp(string username = "jane", string password = Password, string? email = "jane@example.com", string? clientId = null) => Send("SignUp", new
    {
        ClientId = clientId ?? ClientId,
        Username = username,
        Password = password,
        UserAttributes = email is null ? [] : (object[])[new { Name = "email", Value = email }],
    });

    /// <summary>A user with a verified address and a verified phone number.</summary>
    public string AddJaneWithPhone() => Pool.AddUser("jane", Password, attributes: new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["email"] = "jane@example.com",
        ["phone_number"] = "+491701234567",
    });

    public string AddJane(string username = "jane") =>
        Pool.AddUser(username, Password, attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = $"{username}@example.com" });

    public object PasswordSignIn(string username = "jane", string password = Password) => new
    {
        ClientId,
        AuthFlow = "USER_PASSWORD_AUTH",
        AuthParameters = new { USERNAME = username, PASSWORD = password },
    };

    public IssuedTokens SignIn(string username = "jane", string password = Password) => IssuedTokens.Of(Send("InitiateAuth", PasswordSignIn(username, password)));

    public string SignInRefusal(string username = "jane", string password = Password) => Refusal("InitiateAuth", PasswordSignIn(username, password));

    /// <summary>The answer to a challenge, as a request of the public client.</summary>
    public object Answer(JsonElement challenge, string username, params (string Name, string Value)[] responses) => new
    {
        ClientId,
        ChallengeName = challenge.GetProperty("ChallengeName").GetString(),
        Session = challenge.TryGetProperty("Session", out var session) ? session.GetString() : null,
        ChallengeResponses = responses.Append((Name: "USERNAME", Value: username)).ToDictionary(response => response.Name, response => response.Value),
    };

    public JsonElement Respond(JsonElement challenge, params (string Name, string Value)[] responses) =>
        Send("RespondToAuthChallenge", Answer(challenge, "jane", responses));

    public string RespondRefusal(JsonElement challenge, params (string Name, string Value)[] responses) =>
        Refusal("RespondToAuthChallenge", Answer(challenge, "jane", responses));

    public JsonElement Refresh(string refreshToken) => Send("GetTokensFromRefreshToken", new { ClientId, RefreshToken = refreshToken });

    public string RefreshRefusal(string refreshToken) => Refusal("GetTokensFromRefreshToken", new { ClientId, RefreshToken = refreshToken });

    public void Dispose() => Pool.Dispose();

    private static JsonElement Part(string token, int index)
    {
        using var json = JsonDocument.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(token.Split('.')[index]));
        return json.RootElement.Clone();
    }
}

/// <summary>The tokens of a response.</summary>
internal sealed record IssuedTokens(string Access, string Id, string? Refresh)
{
    public static IssuedTokens Of(JsonElement answer)
    {
        var result = answer.GetProperty("AuthenticationResult");
        return new IssuedTokens(
            result.GetProperty("AccessToken").GetString()!,
            result.GetProperty("IdToken").GetString()!,
            result.TryGetProperty("RefreshToken", out var refresh) ? refresh.GetString() : null);
    }
}
