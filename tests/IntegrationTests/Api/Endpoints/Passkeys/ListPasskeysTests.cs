using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Passkeys;

public sealed class ListPasskeysTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task Passkeys_are_listed_page_by_page()
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());
        using var phone = new PasskeyDevice();
        using var laptop = new PasskeyDevice();
        await hidden.Api.RegisterPasskey(tokens.Access, phone);
        await hidden.Api.RegisterPasskey(tokens.Access, laptop);

        var first = await hidden.Api.Get("/v1/me/passkeys?limit=1", tokens.Access);
        var second = await hidden.Api.Get($"/v1/me/passkeys?limit=1&nextToken={first.Member("nextToken")}", tokens.Access);

        first.Status.ShouldBe(200);
        first.Headers["Cache-Control"].ShouldBe("no-store");
        var passkey = first.Json.GetProperty("passkeys").EnumerateArray().ShouldHaveSingleItem();
        passkey.EnumerateObject().Select(member => member.Name).ShouldBe(["id", "name", "relyingPartyId", "authenticatorAttachment", "transports", "createdAt"]);
        passkey.GetProperty("id").GetString().ShouldBe(phone.Id);
        passkey.GetProperty("name").GetString().ShouldBe("Passkey 1");
        passkey.GetProperty("relyingPartyId").GetString().ShouldBe("localhost");
        passkey.GetProperty("authenticatorAttachment").GetString().ShouldBe("platform");
        passkey.GetProperty("transports").EnumerateArray().Select(transport => transport.GetString()).ShouldBe(["internal", "a-transport-of-the-future"]);
        passkey.GetProperty("createdAt").GetDateTimeOffset().ShouldBe(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(10));
        second.Json.GetProperty("passkeys").EnumerateArray().ShouldHaveSingleItem().GetProperty("id").GetString().ShouldBe(laptop.Id);
        second.Json.TryGetProperty("nextToken", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_user_without_passkeys_gets_an_empty_list()
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());

        (await hidden.Api.Get("/v1/me/passkeys", tokens.Access)).Text.ShouldBe("""{"passkeys":[]}""");
    }

    [Theory]
    [InlineData("limit=0", "validation_failed")]
    [InlineData("limit=21", "validation_failed")]
    [InlineData("limit=many", "malformed_request")]
    [InlineData("nextToken=a%20b", "validation_failed")]
    [InlineData("nextToken=foreign", "invalid_parameter")]
    public async Task An_invalid_query_is_refused(string query, string code)
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());

        (await hidden.Api.Get($"/v1/me/passkeys?{query}", tokens.Access)).ShouldBeProblem(400, code);
    }

    [Fact]
    public async Task The_list_of_passkeys_requires_a_token() => (await hidden.Api.Get("/v1/me/passkeys")).ShouldBeProblem(401, "invalid_token");
}
