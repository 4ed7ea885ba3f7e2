using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Users;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.IntegrationTests.Api.Endpoints.Registration;

public sealed class ConfirmSignUpTests(HiddenApi hidden, RevealedApi revealed) : IClassFixture<HiddenApi>, IClassFixture<RevealedApi>
{
    [Fact]
    public async Task A_user_who_confirms_with_the_code_can_sign_in()
    {
        var name = await SignUp(hidden.Api);
        (await Confirm(hidden.Api, name, hidden.Api.Cognito.Inbox.LatestCode(name))).Text.ShouldBe("""{"status":"confirmed"}""");
        await hidden.Api.SignIn(name);
    }

    [Fact]
    public async Task The_response_is_the_same_for_a_wrong_code_an_unknown_user_and_a_confirmed_user()
    {
        var wrong = await Confirm(hidden.Api, await SignUp(hidden.Api), "000000");
        var unknown = await Confirm(hidden.Api, Users.NewName(), "000000");
        var confirmed = await Confirm(hidden.Api, hidden.Api.Cognito.Pool.Add(), "000000");
        wrong.ShouldBeProblem(400, "code_mismatch");
        unknown.Fingerprint().ShouldBe(wrong.Fingerprint());
        confirmed.Fingerprint().ShouldBe(wrong.Fingerprint());
    }

    [Fact]
    public async Task A_used_code_is_refused()
    {
        var name = await SignUp(hidden.Api);
        var code = hidden.Api.Cognito.Inbox.LatestCode(name);
        (await Confirm(hidden.Api, name, code)).Status.ShouldBe(200);
        (await Confirm(hidden.Api, name, code)).ShouldBeProblem(400, "code_mismatch");
    }

    [Theory]
    [InlineData("Hidden", "code_mismatch")]
    [InlineData("Revealed", "code_expired")]
    public async Task A_code_that_is_a_day_old_is_refused(string existence, string code)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["Security:ExistenceErrors"] = existence }, poolTime: time);
        var name = await SignUp(api);
        time.Advance(TimeSpan.FromHours(25));
        (await Confirm(api, name, api.Cognito.Inbox.LatestCode(name))).ShouldBeProblem(400, code);
    }

    [Fact]
    public async Task A_confirmed_user_is_revealed_where_existence_is_revealed() =>
        (await Confirm(revealed.Api, revealed.Api.Cognito.Pool.Add(UserStatus.Confirmed), "000000")).ShouldBeProblem(409, "conflict");

    [Fact]
    public async Task A_refused_request_names_every_missing_member()
    {
        var errors = (await hidden.Api.Post("/v1/auth/sign-up/confirm", new { })).ShouldBeProblem(400, "validation_failed").Json.GetProperty("errors");
        errors.EnumerateObject().Select(member => member.Name).ShouldBe(["username", "code"], ignoreOrder: true);
    }

    private static Task<ApiResponse> Confirm(TestApi api, string username, string code) => api.Post("/v1/auth/sign-up/confirm", new { username, code });

    private static async Task<string> SignUp(TestApi api)
    {
        var name = Users.NewName();
        (await api.Post("/v1/auth/sign-up", new { username = name, password = Users.Password, attributes = new { email = name } })).Status.ShouldBe(202);
        return name;
    }
}
