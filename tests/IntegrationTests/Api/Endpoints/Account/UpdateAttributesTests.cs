using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Account;

public sealed class UpdateAttributesTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task An_update_changes_and_removes_attributes()
    {
        var token = await SignIn();
        (await Patch(token, new { attributes = new { name = "Jane", nickname = "JJ", locale = "de" } })).Json.GetProperty("deliveries").GetArrayLength().ShouldBe(0);
        var attributes = await Attributes(token);
        attributes["name"].ShouldBe("Jane");
        attributes["nickname"].ShouldBe("JJ");

        (await Patch(token, new { attributes = new { name = "Jane Doe", nickname = (string?)null } })).Status.ShouldBe(200);
        attributes = await Attributes(token);
        attributes["name"].ShouldBe("Jane Doe");
        attributes.ShouldNotContainKey("nickname");
        attributes["locale"].ShouldBe("de", "other attributes do not change");

        (await Patch(token, new { attributes = new { name = (string?)null, locale = (string?)null } })).Status.ShouldBe(200);
        attributes = await Attributes(token);
        attributes.ShouldNotContainKey("name");
        attributes.ShouldNotContainKey("locale");
    }

    [Fact]
    public async Task An_update_changes_all_attributes_or_none()
    {
        var token = await SignIn();
        (await Patch(token, new { attributes = new { nickname = "JJ" } })).Status.ShouldBe(200);

        (await Patch(token, new { attributes = new { nickname = (string?)null, no_such_attribute = "x" } })).ShouldBeProblem(400, "invalid_parameter");

        (await Attributes(token))["nickname"].ShouldBe("JJ");
    }

    [Fact]
    public async Task A_new_address_gets_a_code_that_verifies_it()
    {
        var token = await SignIn();
        var address = Users.NewName();

        var changed = await Patch(token, new { attributes = new { email = address } });
        var delivery = changed.Json.GetProperty("deliveries").EnumerateArray().ShouldHaveSingleItem();
        delivery.GetProperty("attribute").GetString().ShouldBe("email");
        delivery.GetProperty("medium").GetString().ShouldBe("EMAIL");
        delivery.GetProperty("destination").GetString().ShouldBe("u***@e***");
        (await Attributes(token))["email_verified"].ShouldBe("false");

        var code = hidden.Api.Cognito.Inbox.LatestCode(address);
        (await hidden.Api.Post("/v1/me/attributes/email/verify", new { code }, token)).Status.ShouldBe(204);
        (await Attributes(token))["email_verified"].ShouldBe("true");
    }

    [Theory]
    [InlineData("email_verified")]
    [InlineData("sub")]
    [InlineData("custom:role")]
    public async Task Reserved_attributes_are_refused(string name)
    {
        var attributes = new Dictionary<string, string?> { [name] = "true" };
        var errors = (await Patch(await SignIn(), new { attributes })).ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors");
        errors.TryGetProperty($"attributes.{name}", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"attributes":null}""")]
    [InlineData("""{"attributes":{}}""")]
    public async Task An_update_without_a_change_is_refused(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, "/v1/me/attributes") { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", await SignIn());
        (await hidden.Api.Send(request)).ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors").TryGetProperty("attributes", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task An_update_requires_a_token() => (await Patch("forged", new { attributes = new { name = "Jane" } })).ShouldBeProblem(401, "invalid_token");

    private async Task<string> SignIn() => (await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add())).Access;

    private Task<ApiResponse> Patch(string token, object body) => hidden.Api.Send(HttpMethod.Patch, "/v1/me/attributes", body, token);

    private async Task<IDictionary<string, string>> Attributes(string token) =>
        (await hidden.Api.Get("/v1/me", token)).Json.GetProperty("attributes").EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetString()!, StringComparer.Ordinal);
}
