using System.Text.Json;
using CognitoAuth.BrowserTests.Support;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.BrowserTests;

/// <summary>A page in a real browser uses passkeys of the embedded pool, with the defaults of <c>dotnet run</c>.</summary>
[Trait("Needs", "chromium")]
public sealed class PasskeyTests(EmbeddedApi embedded) : IClassFixture<EmbeddedApi>
{
    private const string Password = "Correct-Horse-7";

    /// <summary>The script of docs/flows.md.</summary>
    private const string Register = """
        async accessToken => {
            const post = (path, body) => fetch(path, {
                method: "POST", headers: { "Content-Type": "application/json", "Authorization": `Bearer ${accessToken}` }, body: JSON.stringify(body) });
            const { credentialCreationOptions } = await (await post("/v1/me/passkeys/start", {})).json();
            const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(credentialCreationOptions) });
            return { status: (await post("/v1/me/passkeys/complete", { credential: made.toJSON() })).status };
        }
        """;

    private const string SignIn = """
        async username => {
            const post = async (path, body) => (await fetch(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) })).json();
            const { challenge } = await post("/v1/auth/sign-in", { username, method: "passkey" });
            try {
                const found = await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(challenge.credentialRequestOptions) });
                return await post("/v1/auth/sign-in/challenge", { name: challenge.name, session: challenge.session, username: challenge.username, credential: found.toJSON() });
            } catch (refusal) {
                return { refusal: refusal.name };
            }
        }
        """;

    private HttpClient Api => embedded.Api.Client;

    // Passkeys of the domain localhost need this name in the address.
    private Uri Origin => new UriBuilder(Api.BaseAddress!) { Host = "localhost" }.Uri;

    [Fact]
    public async Task A_page_registers_a_passkey_signs_in_with_it_and_deletes_it()
    {
        var (name, accessToken) = await Account();
        await using var browser = await Browser.Open(Origin);

        (await browser.Run(Register, accessToken)).GetProperty("status").GetInt32().ShouldBe(204);

        var made = (await browser.Passkeys()).ShouldHaveSingleItem();
        made.GetProperty("rpId").GetString().ShouldBe("localhost");
        var listed = (await Api.Get("/v1/me/passkeys", accessToken)).Json.GetProperty("passkeys").EnumerateArray().ShouldHaveSingleItem();
        Id(listed.GetProperty("id")).ShouldBe(Id(made.GetProperty("credentialId")));
        listed.GetProperty("transports").EnumerateArray().Select(transport => transport.GetString()).ShouldBe(["internal"]);

        for (var time = 0; time < 2; time++)
        {
            var signedIn = await browser.Run(SignIn, name);
            signedIn.GetProperty("status").GetString().ShouldBe("signed_in", signedIn.GetRawText());
            (await Api.Get("/v1/me", Tokens.Of(signedIn).Access)).Member("username").ShouldBe(name);
        }

        (await Api.Send(HttpMethod.Delete, $"/v1/me/passkeys/{listed.GetProperty("id").GetString()}", body: null, accessToken)).Status.ShouldBe(204);
        (await browser.Run(SignIn, name)).GetProperty("code").GetString().ShouldBe("invalid_credentials");
    }

    [Fact]
    public async Task A_page_learns_only_from_the_browser_that_there_is_no_passkey()
    {
        await using var browser = await Browser.Open(Origin);

        (await browser.Run(SignIn, (await Account()).Name)).GetProperty("refusal").GetString().ShouldBe("NotAllowedError");
        (await browser.Run(SignIn, "nobody")).GetProperty("refusal").GetString().ShouldBe("NotAllowedError");
    }

    private async Task<(string Name, string AccessToken)> Account()
    {
        var name = Users.NewName();
        (await Api.Post("/v1/auth/sign-up", new { username = name, password = Password, attributes = new { email = name } })).Status.ShouldBe(202);
        (await Api.Post("/v1/auth/sign-up/confirm", new { username = name, code = await embedded.Api.CodeOf(name) })).Status.ShouldBe(200);
        return (name, Tokens.Of((await Api.Post("/v1/auth/sign-in", new { username = name, password = Password })).Json).Access);
    }

    /// <summary>The bytes of an id in Base64 or Base64url. The browser has the first, the API the second.</summary>
    private static byte[] Id(JsonElement id)
    {
        var text = id.GetString()!.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        return Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
    }
}
