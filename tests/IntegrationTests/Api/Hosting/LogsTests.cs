using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

public sealed class LogsTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task Each_call_of_a_flow_that_fails_writes_one_line_with_its_outcome()
    {
        var username = hidden.Api.Cognito.Pool.Add();
        var tokens = await hidden.Api.SignIn(username);
        (string Flow, string? Outcome, string? ErrorCode, Func<Task<ApiResponse>> Call)[] calls =
        [
            ("SignInCommand", null, null, () => hidden.Api.Post("/v1/auth/sign-in", new { username, password = Users.Password })),
            ("SignInCommand", "Refused", "invalid_credentials", () => hidden.Api.Post("/v1/auth/sign-in", new { username, password = "Wrong-horse-1" })),
            ("SignInCommand", "Refused", "validation_failed", () => hidden.Api.Post("/v1/auth/sign-in", new { })),
            ("SignUpCommand", "Refused", "invalid_password", () => hidden.Api.Post("/v1/auth/sign-up", new { username, password = "weak" })),
            ("SignUpCommand", null, null, () => hidden.Api.Post("/v1/auth/sign-up", new { username = Users.NewName(), password = Users.Password })),
            ("ConfirmSignUpCommand", "Refused", "code_mismatch", () => hidden.Api.Post("/v1/auth/sign-up/confirm", new { username, code = "wrong" })),
            ("ResendCodeCommand", null, null, () => hidden.Api.Post("/v1/auth/sign-up/resend-code", new { username })),
            ("ForgotPasswordCommand", null, null, () => hidden.Api.Post("/v1/auth/password/forgot", new { username })),
            ("ResetPasswordCommand", "Refused", "code_mismatch", () => hidden.Api.Post("/v1/auth/password/reset", new { username, code = "wrong", newPassword = Users.Password })),
            ("RefreshTokensCommand", null, null, () => hidden.Api.Post("/v1/auth/token/refresh", new { refreshToken = tokens.Refresh })),
            ("GetMeQuery", null, null, () => hidden.Api.Get("/v1/me", tokens.Access)),
            ("GetMeQuery", "Refused", "invalid_token", () => hidden.Api.Get("/v1/me")),
            ("GetSessionQuery", null, null, () => hidden.Api.Get("/v1/auth/session", tokens.Access)),
            ("VerifyAccessQuery", "Refused", "forbidden", () => hidden.Api.Get("/v1/auth/verify?group=none", tokens.Access)),
            ("SignOutCommand", null, null, () => hidden.Api.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh }, tokens.Access)),
        ];
        foreach (var (flow, outcome, errorCode, call) in calls)
        {
            var before = FlowLines().Count;
            await call();
            if (outcome is null)
            {
                FlowLines().Skip(before).ShouldBeEmpty(flow);
                continue;
            }

            var line = FlowLines().Skip(before).ShouldHaveSingleItem();
            line.GetProperty("Flow").GetString().ShouldBe(flow);
            line.GetProperty("Outcome").GetString().ShouldBe(outcome, flow);
            (line.TryGetProperty("ErrorCode", out var code) ? code.GetString() : null).ShouldBe(errorCode, flow);
            line.GetProperty("ElapsedMs").GetDouble().ShouldBeGreaterThan(0);
            line.GetProperty("@tr").GetString().ShouldNotBeNullOrEmpty();
        }
    }

    [Fact]
    public void Each_category_has_one_logger()
    {
        var loggers = hidden.Api.Services.GetRequiredService<ILoggerFactory>();

        loggers.CreateLogger("one").ShouldBeSameAs(loggers.CreateLogger("one"));
        loggers.CreateLogger("one").ShouldNotBeSameAs(loggers.CreateLogger("another"));
    }

    [Fact]
    public void The_log_reports_at_the_start_that_sign_outs_are_kept_in_this_process() =>
        hidden.Api.Log.Lines.Count(line => line.Contains("Sign-outs are kept in this process", StringComparison.Ordinal)).ShouldBe(1);

    [Fact]
    public async Task A_failure_of_cognito_is_a_warning_and_names_its_cause()
    {
        var tokens = await hidden.Api.SignIn(hidden.Api.Cognito.Pool.Add());
        hidden.Api.Cognito.Faults.Respond("GetUser", 200, "not json", times: 3);
        (await hidden.Api.Get("/v1/me", tokens.Access)).Status.ShouldBe(502);
        var line = FlowLines()[^1];
        line.GetProperty("Outcome").GetString().ShouldBe("Failed");
        line.GetProperty("@l").GetString().ShouldBe("Warning");
        line.GetProperty("Reason").GetString().ShouldBe("Garbled: AmazonUnmarshallingException");
    }

    private List<JsonElement> FlowLines() => [.. hidden.Api.Log.Lines.Select(line => JsonElement.Parse(line)).Where(line => line.TryGetProperty("Flow", out _) && line.TryGetProperty("ElapsedMs", out _))];
}
