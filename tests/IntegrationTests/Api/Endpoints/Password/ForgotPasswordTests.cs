using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Password;

public sealed class ForgotPasswordTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    [Fact]
    public async Task A_user_who_forgot_their_password_gets_a_code()
    {
        var name = hidden.Api.Cognito.Pool.Add();
        var response = await Forgot(hidden.Api, name);
        response.Status.ShouldBe(202);
        response.Text.ShouldBe("""{"delivery":{"medium":"EMAIL","destination":"u***@e***","attribute":"email"}}""");
        hidden.Api.Cognito.Inbox.Of(name)[0].Kind.ShouldBe("forgot_password");
    }

    [Theory]
    [InlineData(UserStatus.Unconfirmed, true)]
    [InlineData(UserStatus.ForceChangePassword, true)]
    [InlineData(UserStatus.Confirmed, false)]
    public async Task The_response_is_the_same_for_unknown_users_and_every_account_state(UserStatus status, bool enabled)
    {
        var known = await Forgot(hidden.Api, hidden.Api.Cognito.Pool.Add());
        (await Forgot(hidden.Api, Users.NewName())).Fingerprint().ShouldBe(known.Fingerprint());
        (await Forgot(hidden.Api, hidden.Api.Cognito.Pool.Add(status, enabled))).Fingerprint().ShouldBe(known.Fingerprint());
    }

    [Fact]
    public async Task An_unknown_user_is_revealed_where_existence_is_revealed() => (await Forgot(revealed.Api, Users.NewName())).ShouldBeProblem(404, "not_found");

    [Fact]
    public async Task The_limit_of_a_user_is_revealed_only_where_existence_is_revealed()
    {
        var (quiet, open) = (hidden.Api.Cognito.Pool.Add(), revealed.Api.Cognito.Pool.Add());
        ApiResponse last = null!;
        for (var attempt = 0; attempt < 6; attempt++)
        {
            (await Forgot(hidden.Api, quiet)).Status.ShouldBe(202);
            last = await Forgot(revealed.Api, open);
        }

        last.ShouldBeProblem(429, "attempts_exceeded").Headers.ShouldContainKey("Retry-After");
    }

    private static Task<ApiResponse> Forgot(TestApi api, string username) => api.Post("/v1/auth/password/forgot", new { username });
}
