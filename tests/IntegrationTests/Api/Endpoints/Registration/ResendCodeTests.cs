using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Registration;

public sealed class ResendCodeTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    [Fact]
    public async Task An_unconfirmed_user_gets_a_new_code_that_replaces_the_last()
    {
        var name = Users.NewName();
        await hidden.Api.Post("/v1/auth/sign-up", new { username = name, password = Users.Password, attributes = new { email = name } });
        var first = hidden.Api.Cognito.Inbox.LatestCode(name);

        var response = await Resend(hidden.Api, name);
        response.Status.ShouldBe(202);
        response.Text.ShouldBe("""{"delivery":{"medium":"EMAIL","destination":"u***@e***","attribute":"email"}}""");
        var second = hidden.Api.Cognito.Inbox.LatestCode(name);
        if (first != second) (await hidden.Api.Post("/v1/auth/sign-up/confirm", new { username = name, code = first })).ShouldBeProblem(400, "code_mismatch");
        (await hidden.Api.Post("/v1/auth/sign-up/confirm", new { username = name, code = second })).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_response_is_the_same_for_unknown_and_confirmed_users()
    {
        var unconfirmed = await Resend(hidden.Api, hidden.Api.Cognito.Pool.Add(UserStatus.Unconfirmed));
        (await Resend(hidden.Api, hidden.Api.Cognito.Pool.Add())).Fingerprint().ShouldBe(unconfirmed.Fingerprint());
        (await Resend(hidden.Api, Users.NewName())).Fingerprint().ShouldBe(unconfirmed.Fingerprint());
    }

    [Theory]
    [InlineData("+4915112345678", """{"delivery":{"medium":"SMS","destination":"+*********5678","attribute":"phone_number"}}""")]
    [InlineData("jane", """{"delivery":{}}""")]
    public async Task The_masked_destination_is_made_from_the_name_alone(string username, string expected) => (await Resend(hidden.Api, username)).Text.ShouldBe(expected);

    [Fact]
    public async Task Unknown_and_confirmed_users_are_revealed_where_existence_is_revealed()
    {
        (await Resend(revealed.Api, Users.NewName())).ShouldBeProblem(404, "not_found");
        (await Resend(revealed.Api, revealed.Api.Cognito.Pool.Add())).ShouldBeProblem(409, "conflict");
    }

    private static Task<ApiResponse> Resend(TestApi api, string username) => api.Post("/v1/auth/sign-up/resend-code", new { username });
}
