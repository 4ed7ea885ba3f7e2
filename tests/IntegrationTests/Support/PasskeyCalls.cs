using System.Text.Json;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The calls that a page makes for its user's passkeys.</summary>
public static class PasskeyCalls
{
    /// <summary>Creates a passkey on the device and registers it.</summary>
    public static async Task<ApiResponse> RegisterPasskey(this TestApi api, string accessToken, PasskeyDevice device, Forgery? forgery = null)
    {
        var started = await api.Post("/v1/me/passkeys/start", new { }, accessToken);
        started.Status.ShouldBe(200, started.Text);
        return await api.Post("/v1/me/passkeys/complete", new { credential = device.Create(started.Json.GetProperty("credentialCreationOptions"), forgery) }, accessToken);
    }

    /// <summary>Starts a sign-in with a passkey.</summary>
    public static Task<ApiResponse> StartPasskeySignIn(this TestApi api, string username) => api.Post("/v1/auth/sign-in", new { username, method = "passkey" });

    /// <summary>Answers a challenge with the device's passkey.</summary>
    public static Task<ApiResponse> AnswerWithPasskey(this TestApi api, ApiResponse challenge, PasskeyDevice device, Forgery? forgery = null) =>
        api.AnswerWithPasskey(challenge, device.Get(challenge.Json.GetProperty("challenge").GetProperty("credentialRequestOptions"), forgery));

    /// <summary>Answers a challenge with a credential of a device.</summary>
    public static Task<ApiResponse> AnswerWithPasskey(this TestApi api, ApiResponse challenge, JsonElement credential) => api.Post("/v1/auth/sign-in/challenge", new
    {
        name = challenge.Member("challenge.name"),
        session = challenge.Member("challenge.session"),
        username = challenge.Member("challenge.username"),
        choice = challenge.Member("challenge.name") == "SELECT_CHALLENGE" ? "WEB_AUTHN" : null,
        credential,
    });

    /// <summary>The ids of the user's passkeys.</summary>
    public static async Task<IEnumerable<string?>> PasskeyIds(this TestApi api, string accessToken) =>
        (await api.Get("/v1/me/passkeys", accessToken)).Json.GetProperty("passkeys").EnumerateArray().Select(passkey => passkey.GetProperty("id").GetString());
}
