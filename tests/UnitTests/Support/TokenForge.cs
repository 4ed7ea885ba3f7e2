using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Creates access tokens of a test pool, both like Cognito's and such that Cognito would not issue.</summary>
public sealed class TokenForge(DateTimeOffset now)
{
    public const string Region = "eu-west-1";
    public const string PoolId = "eu-west-1_AbCdEfGhI";
    public const string ClientId = "1example23456789";
    public const string OtherClientId = "2machine23456789";
    public const string Issuer = $"https://cognito-idp.{Region}.amazonaws.com/{PoolId}";
    public const string OtherIssuer = $"https://issuer-cognito-idp.{Region}.amazonaws.com/{PoolId}";
    public const string Subject = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
    public const string OriginJti = "11111111-2222-3333-4444-555555555555";

    /// <summary>The pool's key. Shared, because RSA keys take long to generate and are immutable.</summary>
    public static PoolKey Key { get; } = new("AccessKey+1/=");

    /// <summary>A key that is not the pool's, with the same id.</summary>
    public static PoolKey Stranger { get; } = new(Key.Id);

    public long Now { get; } = now.ToUnixTimeSeconds();

    /// <summary>Cognito's header.</summary>
    public static string Header(Action<JsonObject>? change = null) => Json(new() { ["kid"] = Key.Id, ["alg"] = "RS256" }, change);

    /// <summary>The claims of a user's access token (<c>docs/cognito.md#tokens</c>), issued a minute ago for an hour.</summary>
    public string Payload(Action<JsonObject>? change = null) => Json(
        new()
        {
            ["sub"] = Subject,
            ["cognito:groups"] = new JsonArray("admin", "staff"),
            ["iss"] = Issuer,
            ["client_id"] = ClientId,
            ["origin_jti"] = OriginJti,
            ["event_id"] = "66666666-7777-8888-9999-aaaaaaaaaaaa",
            ["token_use"] = "access",
            ["scope"] = "aws.cognito.signin.user.admin",
            ["auth_time"] = Now - 60,
            ["exp"] = Now - 60 + 3600,
            ["iat"] = Now - 60,
            ["jti"] = "bbbbbbbb-cccc-dddd-eeee-ffffffffffff",
            ["username"] = "jane",
        },
        change);

    /// <summary>A token of the pool with its claims changed.</summary>
    public string Claiming(Action<JsonObject> change) => Sign(Payload(change));

    /// <summary>A token of the pool with its header changed.</summary>
    public string Headed(Action<JsonObject> change) => Sign(Payload(), Header(change));

    /// <summary>Signs any text with the pool's key.</summary>
    public static string Sign(string payload, string? header = null) => Sign(Encoding.UTF8.GetBytes(payload), header);

    /// <inheritdoc cref="Sign(string, string?)"/>
    public static string Sign(byte[] payload, string? header = null)
    {
        var input = $"{Encode(header ?? Header())}.{Base64Url.EncodeToString(payload)}";
        return $"{input}.{Base64Url.EncodeToString(Key.Sign(input))}";
    }

    /// <summary>A token that the given function signs.</summary>
    public static string SignedBy(Func<string, byte[]> sign, string payload, string? header = null)
    {
        var input = $"{Encode(header ?? Header())}.{Encode(payload)}";
        return $"{input}.{Base64Url.EncodeToString(sign(input))}";
    }

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private static string Json(JsonObject members, Action<JsonObject>? change)
    {
        change?.Invoke(members);
        return members.ToJsonString();
    }
}
