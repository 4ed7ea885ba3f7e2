using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Account;

/// <summary>Codes that verify an address of the signed-in user.</summary>
public sealed class VerifyAttributeTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task A_code_verifies_the_address_once()
    {
        var (name, token) = await SignIn();

        var sent = await SendCode("email", token);
        sent.Status.ShouldBe(202, sent.Text);
        sent.Member("delivery.attribute").ShouldBe("email");
        sent.Member("delivery.destination").ShouldBe("u***@e***");
        var code = hidden.Api.Cognito.Inbox.LatestCode(name);

        (await Verify("email", code, token)).Status.ShouldBe(204);
        (await Verify("email", code, token)).ShouldBeProblem(400, "code_expired");
    }

    [Fact]
    public async Task A_wrong_code_and_a_code_that_was_not_requested_are_refused()
    {
        var (_, token) = await SignIn();
        (await Verify("email", "123456", token)).ShouldBeProblem(400, "code_expired");
        await SendCode("email", token);
        (await Verify("email", "wrong", token)).ShouldBeProblem(400, "code_mismatch");
    }

    [Fact]
    public async Task The_code_of_another_user_is_refused()
    {
        var (name, token) = await SignIn();
        var (_, other) = await SignIn();
        await SendCode("email", token);
        await SendCode("email", other);
        (await Verify("email", hidden.Api.Cognito.Inbox.LatestCode(name), other)).ShouldBeProblem(400, "code_mismatch");
    }

    [Theory]
    [InlineData("name")]
    [InlineData("sub")]
    [InlineData("EMAIL")]
    [InlineData("email%2F..%2Fsub")]
    [InlineData("email%20")]
    [InlineData("%2e%2e")]
    public async Task Only_email_and_phone_number_can_be_verified(string name)
    {
        var (_, token) = await SignIn();
        hidden.Api.Cognito.Requests.Clear();
        foreach (var response in new[] { await SendCode(name, token), await Verify(name, "123456", token) })
        {
            // Kestrel resolves some of these paths to others, which are not addresses of the API.
            response.Code.ShouldBeOneOf("validation_failed", "not_found");
        }

        hidden.Api.Cognito.Requests.Of("GetUserAttributeVerificationCode").ShouldBeEmpty();
        hidden.Api.Cognito.Requests.Of("VerifyUserAttribute").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_without_a_phone_number_cannot_verify_one() => (await SendCode("phone_number", (await SignIn()).Token)).ShouldBeProblem(400, "invalid_parameter");

    [Fact]
    public async Task Too_many_codes_are_reported()
    {
        var (_, token) = await SignIn();
        for (var code = 0; code < 5; code++) (await SendCode("email", token)).Status.ShouldBe(202);
        (await SendCode("email", token)).ShouldBeProblem(429, "attempts_exceeded").Headers.ShouldContainKey("Retry-After");
    }

    // Only a user who proved to own the address learns that another account has it.
    [Fact]
    public async Task The_right_code_reveals_that_the_address_belongs_to_another_account()
    {
        await using var api = TestApi.Start(pool => pool.Pool.AliasAttributes.Add("email"));
        var address = "shared@example.com";
        api.Cognito.Pool.AddUser("first", Users.Password, attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "first@example.com" });
        api.Cognito.Pool.AddUser("second", Users.Password, attributes: new Dictionary<string, string>(StringComparer.Ordinal) { ["email"] = "second@example.com" });
        var (first, second) = ((await api.SignIn("first")).Access, (await api.SignIn("second")).Access);
        // Both users set the address while it is free. The first who verifies it gets it.
        foreach (var token in new[] { first, second }) (await api.Send(HttpMethod.Patch, "/v1/me/attributes", new { attributes = new { email = address } }, token)).Status.ShouldBe(200);
        string CodeOf(string username) => api.Cognito.Inbox.Of(username)[0].Code;

        (await api.Post("/v1/me/attributes/email/verify", new { code = CodeOf("first") }, first)).Status.ShouldBe(204);

        (await api.Post("/v1/me/attributes/email/verify", new { code = "wrong" }, second)).ShouldBeProblem(400, "code_mismatch");
        (await api.Post("/v1/me/attributes/email/verify", new { code = CodeOf("second") }, second)).ShouldBeProblem(409, "alias_taken");
    }

    private async Task<(string Name, string Token)> SignIn()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        return (name, (await hidden.Api.SignIn(name)).Access);
    }

    private Task<ApiResponse> SendCode(string name, string token) => hidden.Api.Send(HttpMethod.Post, $"/v1/me/attributes/{name}/send-code", null, token);

    private Task<ApiResponse> Verify(string name, string code, string token) => hidden.Api.Post($"/v1/me/attributes/{name}/verify", new { code }, token);
}
