using CognitoAuth.Application.Pipeline;

namespace MagicLink.Tests;

/// <summary>What the host is made of: the flows of CognitoAuth, and ours.</summary>
public sealed class HostTests
{
    [Fact]
    public void Our_flows_keep_to_the_rules() => FlowRules.FaultsOf(typeof(Program).Assembly).ShouldBeEmpty();

    [Fact]
    public async Task The_contract_has_their_flows_and_ours()
    {
        await using var api = new MagicLinkApi();
        var paths = (await api.Get("/openapi/v1.json")).Json.GetProperty("paths");

        paths.GetProperty("/v1/auth/sign-in").TryGetProperty("post", out _).ShouldBeTrue();
        var verify = paths.GetProperty("/v1/auth/magic-link/verify").GetProperty("post");
        verify.GetProperty("responses").GetProperty("401").GetRawText().ShouldContain("magic_link_invalid");
        verify.GetProperty("requestBody").GetRawText().ShouldContain("VerifyMagicLinkRequest");
    }
}
