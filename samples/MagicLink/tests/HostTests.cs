using CognitoAuth.Application.Pipeline;

namespace MagicLink.Tests;

/// <summary>The flows of the host: those of CognitoAuth, and its own.</summary>
public sealed class HostTests
{
    [Fact]
    public void The_flows_of_the_host_comply_with_the_rules() => FlowRules.FaultsOf(typeof(Program).Assembly).ShouldBeEmpty();

    [Fact]
    public async Task The_contract_has_the_flows_of_CognitoAuth_and_of_the_host()
    {
        await using var api = new MagicLinkApi();
        var paths = (await api.Get("/openapi/v1.json")).Json.GetProperty("paths");

        paths.GetProperty("/v1/auth/sign-in").TryGetProperty("post", out _).ShouldBeTrue();
        var verify = paths.GetProperty("/v1/auth/magic-link/verify").GetProperty("post");
        verify.GetProperty("responses").GetProperty("401").GetRawText().ShouldContain("magic_link_invalid");
        verify.GetProperty("requestBody").GetRawText().ShouldContain("VerifyMagicLinkRequest");
    }
}
