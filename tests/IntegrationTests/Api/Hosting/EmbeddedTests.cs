using System.Text.Json;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

public sealed class EmbeddedTests(EmbeddedApi embedded) : IClassFixture<EmbeddedApi>
{
    [Fact]
    public async Task The_embedded_pool_reports_its_address()
    {
        var pool = (await embedded.Api.Client.Get("/dev/cognito")).Json;
        pool.EnumerateObject().Select(member => member.Name).ShouldBe(["endpoint", "region", "userPoolId", "clientId", "clientSecret", "publicClientId", "machineClientId", "machineClientSecret", "issuer", "jwksUri"]);
        new Uri(pool.GetProperty("endpoint").GetString()!).IsLoopback.ShouldBeTrue();
        var keys = await embedded.Api.Client.Get(pool.GetProperty("jwksUri").GetString()!);
        keys.Json.GetProperty("keys").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task The_inbox_shows_the_messages_of_a_user_newest_first()
    {
        var username = Users.NewName();
        await SignUp(username);
        (await embedded.Api.Client.Post("/v1/auth/sign-up/resend-code", new { username })).Status.ShouldBe(202);

        var messages = (await embedded.Api.Client.Get($"/dev/inbox?username={username}")).Json.GetProperty("messages").EnumerateArray().ToList();
        messages.Select(message => message.GetProperty("kind").GetString()).ShouldBe(["resend", "sign_up"]);
        messages[0].EnumerateObject().Select(member => member.Name).ShouldBe(["at", "username", "kind", "medium", "destination", "code"]);
        messages[0].GetProperty("username").GetString().ShouldBe(username);
        messages[0].GetProperty("medium").GetString().ShouldBe("EMAIL");
        messages[0].GetProperty("destination").GetString().ShouldBe(username);
    }

    [Theory]
    [InlineData("/dev/inbox?username=nobody")]
    [InlineData("/dev/inbox?username=")]
    [InlineData("/dev/inbox")]
    public async Task The_inbox_of_a_name_without_messages_is_empty(string path) => (await embedded.Api.Client.Get(path)).Text.ShouldBe("""{"messages":[]}""");

    [Theory]
    [InlineData("/dev/cognito")]
    [InlineData("/dev/inbox?username=jane")]
    public async Task The_embedded_pool_responds_only_to_loopback_names_and_its_responses_may_not_be_stored(string path)
    {
        (await embedded.Api.Client.Get(path)).Headers["Cache-Control"].ShouldBe("no-store");

        // A page of another site could reach the pool by its own host name, if that resolves to this machine.
        using var rebound = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
        using var response = await embedded.Api.Client.SendAsync(rebound);
        ((int)response.StatusCode).ShouldBe(400);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("clientSecret");
    }

    [Fact]
    public async Task Each_message_is_written_to_standard_output_and_not_to_the_log()
    {
        var username = Users.NewName();
        await SignUp(username);
        var code = await embedded.Api.CodeOf(username);
        await Wait.Until(() => embedded.Api.Output.Any(line => line.Contains(code, StringComparison.Ordinal)));
        // Log lines begin with the time of day.
        var line = embedded.Api.Output.Where(line => line.Contains(code, StringComparison.Ordinal)).ShouldHaveSingleItem();
        JsonElement.Parse(line).GetProperty("username").GetString().ShouldBe(username);
    }

    [Fact]
    public async Task The_embedded_pool_accepts_calls_of_an_AWS_client()
    {
        var pool = (await embedded.Api.Client.Get("/dev/cognito")).Json;
        using var client = new AmazonCognitoIdentityProviderClient(
            new AnonymousAWSCredentials(),
            new AmazonCognitoIdentityProviderConfig { ServiceURL = pool.GetProperty("endpoint").GetString(), AuthenticationRegion = pool.GetProperty("region").GetString() });
        var clientId = pool.GetProperty("publicClientId").GetString()!;
        var username = Users.NewName();
        await client.SignUpAsync(new SignUpRequest { ClientId = clientId, Username = username, Password = Users.Password, UserAttributes = [new() { Name = "email", Value = username }] });
        await client.ConfirmSignUpAsync(new ConfirmSignUpRequest { ClientId = clientId, Username = username, ConfirmationCode = await embedded.Api.CodeOf(username) });
        var signedIn = await client.InitiateAuthAsync(new InitiateAuthRequest
        {
            ClientId = clientId,
            AuthFlow = AuthFlowType.USER_PASSWORD_AUTH,
            AuthParameters = new() { ["USERNAME"] = username, ["PASSWORD"] = Users.Password },
        });

        // The pool belongs to the API, and the API accepts the tokens of the pool's public client.
        (await embedded.Api.Client.Get("/v1/me", signedIn.AuthenticationResult!.AccessToken)).Member("username").ShouldBe(username);
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_URLS", "http://*:0")]
    [InlineData("ASPNETCORE_URLS", "http://[::]:0")]
    [InlineData("ASPNETCORE_URLS", "http://127.0.0.1:0;http://0.0.0.0:0")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "0")]
    [InlineData("Kestrel:Endpoints:Public:Url", "http://0.0.0.0:0")]
    public async Task The_embedded_mode_refuses_to_listen_beyond_loopback(string key, string value)
    {
        var (exitCode, error) = await ApiProcess.Fail(new Dictionary<string, string?> { ["ASPNETCORE_ENVIRONMENT"] = "Development", [key] = value });
        exitCode.ShouldBe(1);
        error.ShouldHaveSingleItem().ShouldStartWith("Cognito:Mode=Embedded listens on loopback only");
    }

    [Fact]
    public async Task The_embedded_mode_refuses_to_start_outside_Development()
    {
        var (exitCode, error) = await ApiProcess.Fail(new Dictionary<string, string?>(ApiProcess.Embedded) { ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Cognito:Mode"] = "Embedded" });
        exitCode.ShouldBe(1);
        error.ShouldHaveSingleItem().ShouldStartWith("Cognito:Mode=Embedded needs the Development environment");
    }

    private async Task SignUp(string username) =>
        (await embedded.Api.Client.Post("/v1/auth/sign-up", new { username, password = Users.Password, attributes = new { email = username } })).Status.ShouldBe(202);
}
