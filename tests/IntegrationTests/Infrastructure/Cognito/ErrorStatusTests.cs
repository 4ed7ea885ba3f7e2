using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.IntegrationTests.Infrastructure.Cognito;

/// <summary>The HTTP statuses that Cognito returns differ from those in its model. The API does not depend on them.</summary>
public sealed class ErrorStatusTests
{
    [Theory]
    [InlineData(ErrorStatusMode.AlwaysBadRequest)]
    [InlineData(ErrorStatusMode.Modelled)]
    public async Task All_flows_behave_the_same_for_all_HTTP_statuses_of_Cognito(ErrorStatusMode statuses)
    {
        await using var api = TestApi.Start(pool => pool.ErrorStatuses = statuses);
        await new Journey(api.Client, username => Task.FromResult(api.Cognito.Inbox.LatestCode(username))).Run();
    }

    [Theory]
    [InlineData(ErrorStatusMode.AlwaysBadRequest)]
    [InlineData(ErrorStatusMode.Modelled)]
    public async Task Failures_have_the_same_responses_for_all_HTTP_statuses_of_Cognito(ErrorStatusMode statuses)
    {
        await using var api = TestApi.Start(
            pool =>
            {
                pool.ErrorStatuses = statuses;
                pool.Client.PreventUserExistenceErrors = ExistenceErrors.Legacy;
            },
            new Dictionary<string, string?> { ["Security:ExistenceErrors"] = "Revealed" });
        var missing = Users.NewName();
        var disabled = api.Cognito.Pool.Add(enabled: false);
        (await api.Post("/v1/auth/sign-in", new { username = missing, password = Users.Password })).ShouldBeProblem(401, "invalid_credentials");
        (await api.Post("/v1/auth/sign-in", new { username = disabled, password = Users.Password })).ShouldBeProblem(403, "user_disabled");
        (await api.Post("/v1/auth/password/forgot", new { username = missing })).ShouldBeProblem(404, "not_found");
        (await api.Post("/v1/auth/sign-up", new { username = disabled, password = Users.Password })).ShouldBeProblem(409, "username_taken");
        (await api.Post("/v1/auth/token/refresh", new { refreshToken = "unknown" })).ShouldBeProblem(401, "invalid_refresh_token");
    }
}
