using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Registration;

public sealed class SignUpTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    [Fact]
    public async Task Sign_up_reports_that_a_code_was_sent()
    {
        var response = await SignUp(hidden.Api, "jane.doe", "jane@example.com");
        response.Status.ShouldBe(202);
        response.Text.ShouldBe("""{"status":"confirmation_required","delivery":{"medium":"EMAIL","destination":"j***@e***","attribute":"email"}}""");
        response.Headers["Cache-Control"].ShouldBe("no-store");
        hidden.Api.Cognito.Inbox.LatestCode("jane.doe").Length.ShouldBe(6);
    }

    [Theory]
    [InlineData(UserStatus.Confirmed)]
    [InlineData(UserStatus.Unconfirmed)]
    [InlineData(UserStatus.ForceChangePassword)]
    public async Task Sign_up_returns_the_same_response_for_a_new_and_a_taken_name(UserStatus status)
    {
        var fresh = await SignUp(hidden.Api, "u" + Users.NewName(), "someone@example.com");
        var taken = await SignUp(hidden.Api, hidden.Api.Cognito.Pool.Add(status), "someone@example.com");
        taken.Fingerprint().ShouldBe(fresh.Fingerprint());
    }

    [Fact]
    public async Task The_owner_of_a_taken_and_unconfirmed_name_gets_a_new_code_after_the_response()
    {
        var name = hidden.Api.Cognito.Pool.Add(UserStatus.Unconfirmed);
        (await SignUp(hidden.Api, name, name)).Status.ShouldBe(202);
        await Wait.Until(() => hidden.Api.Cognito.Inbox.Of(name).Any(message => message.Kind == "resend"));
    }

    [Fact]
    public async Task Sign_up_refuses_a_weak_password_from_the_request_alone_with_a_line_for_each_unmet_rule()
    {
        var before = hidden.Api.Cognito.Requests.Of("SignUp").Count;
        var response = await hidden.Api.Post("/v1/auth/sign-up", new { username = "weak", password = "short" });
        response.ShouldBeProblem(400, "invalid_password");
        response.Json.GetProperty("errors").GetProperty("password").GetArrayLength().ShouldBe(4);
        hidden.Api.Cognito.Requests.Of("SignUp").Count.ShouldBe(before);
    }

    [Fact]
    public async Task Sign_up_reports_a_password_that_only_the_pool_refuses()
    {
        await using var api = TestApi.Start(pool => pool.Pool.PasswordPolicy.MinimumLength = 20);
        var response = await SignUp(api, "strict", "strict@example.com");
        response.ShouldBeProblem(400, "invalid_password").Json.GetProperty("errors").GetProperty("password")[0].GetString().ShouldBe("It is not long enough.");
    }

    [Theory]
    [InlineData("email_verified")]
    [InlineData("phone_number_verified")]
    [InlineData("sub")]
    [InlineData("identities")]
    [InlineData("custom:role")]
    public async Task Sign_up_refuses_attributes_that_a_caller_must_not_set(string attribute)
    {
        var response = await hidden.Api.Post("/v1/auth/sign-up", new { username = "climber", password = Users.Password, attributes = new Dictionary<string, string> { [attribute] = "true" } });
        response.ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors").TryGetProperty($"attributes.{attribute}", out _).ShouldBeTrue();
        hidden.Api.Cognito.Inbox.Of("climber").ShouldBeEmpty();
    }

    [Fact]
    public async Task Sign_up_reveals_a_taken_name_and_the_new_users_id_where_existence_is_revealed()
    {
        var name = revealed.Api.Cognito.Pool.Add();
        (await SignUp(revealed.Api, name, name)).ShouldBeProblem(409, "username_taken");
        var fresh = await SignUp(revealed.Api, "fresh", "fresh@example.com");
        fresh.Member("status").ShouldBe("confirmation_required");
        Guid.TryParse(fresh.Member("userId"), out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Sign_up_reveals_immediate_confirmation_only_where_existence_is_revealed()
    {
        await using var open = TestApi.Start(pool => pool.Pool.AutoConfirm = true, new Dictionary<string, string?> { ["Security:ExistenceErrors"] = "Revealed" });
        (await SignUp(open, "auto", "auto@example.com")).Member("status").ShouldBe("confirmed");

        await using var closed = TestApi.Start(pool => pool.Pool.AutoConfirm = true);
        (await SignUp(closed, "auto", "auto@example.com")).Member("status").ShouldBe("confirmation_required");
    }

    [Fact]
    public async Task Sign_up_sends_client_metadata_and_the_user_context_to_Cognito()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/sign-up")
        {
            Content = JsonContent.Create(new { username = "meta", password = Users.Password, clientMetadata = new { source = "spring-campaign" } }),
            Headers = { { "X-Cognito-User-Context", "fingerprint-of-a-device" } },
        };
        (await hidden.Api.Send(request)).Status.ShouldBe(202);
        var sent = hidden.Api.Cognito.Requests.Of("SignUp").Single(recorded => recorded.Body.Contains("\"meta\"", StringComparison.Ordinal)).Body;
        sent.ShouldContain("spring-campaign");
        // The record of requests masks the user context.
        sent.ShouldContain("\"EncodedData\":\"***\"");
        sent.ShouldContain("127.0.0.1");
    }

    private static Task<ApiResponse> SignUp(TestApi api, string username, string email) =>
        api.Post("/v1/auth/sign-up", new { username, password = Users.Password, attributes = new { email } });
}
