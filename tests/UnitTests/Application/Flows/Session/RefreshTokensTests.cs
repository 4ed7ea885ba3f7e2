using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Application.Flows.Session;

public sealed class RefreshTokensTests
{
    // Only a failing test waits this long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Refresh_returns_the_new_tokens()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        var tokens = TestData.Tokens("access-2", "refresh-2");
        string? device = null;
        flows.Cognito.GetTokensFromRefreshToken = (_, deviceKey) =>
        {
            device = deviceKey;
            return Answer(tokens);
        };

        (await flows.Send(ValidRequests.RefreshTokens(deviceKey: "eu-west-1_0a"))).Value.ShouldBe(tokens);
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
        device.ShouldBe("eu-west-1_0a");
    }

    [Theory]
    [InlineData("invalid_refresh_token")]
    [InlineData("outcome_unknown")]
    [InlineData("upstream_throttled")]
    public async Task Errors_of_Cognito_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Error(code));

        (await flows.Refusal(ValidRequests.RefreshTokens())).ShouldBe(TestData.Error(code));
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Family_of_a_reused_token_is_revoked(bool isRevoked)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(AuthErrors.RefreshTokenReused);
        flows.Cognito.RevokeToken = _ => isRevoked ? default(Success) : AuthErrors.UpstreamUnavailable;

        (await flows.Refusal(ValidRequests.RefreshTokens())).ShouldBe(AuthErrors.RefreshTokenReused);
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", "RevokeToken refresh-1"]);
    }

    [Theory]
    [InlineData(RevocationStatus.SessionEnded, "refresh-2")]
    [InlineData(RevocationStatus.SignInsEnded, "refresh-2")]
    [InlineData(RevocationStatus.SessionEnded, null)]
    public async Task Refresh_token_of_a_signed_out_session_is_revoked(RevocationStatus status, string? rotated)
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Revocations.Status = status;
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("access-2", rotated));
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Refusal(ValidRequests.RefreshTokens())).ShouldBe(AuthErrors.InvalidRefreshToken.Because("signed out"));
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", $"RevokeToken {rotated ?? "refresh-1"}"]);
    }

    [Fact]
    public async Task No_refresh_token_is_used_up_while_sign_outs_cannot_be_checked()
    {
        await using var flows = new FlowsUnderTest();
        flows.Revocations.Status = RevocationStatus.Unknown;

        (await flows.Refusal(ValidRequests.RefreshTokens())).ShouldBe(AuthErrors.RevocationUnavailable);
        flows.CallLog.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refresh_fails_and_revokes_nothing_if_sign_outs_can_no_longer_be_checked()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) =>
        {
            flows.Revocations.Status = RevocationStatus.Unknown;
            return Answer(TestData.Tokens("access-2"));
        };

        (await flows.Refusal(ValidRequests.RefreshTokens())).ShouldBe(AuthErrors.RevocationUnavailable);
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Fact]
    public async Task Token_that_cannot_be_read_is_not_returned()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("opaque"));

        (await flows.Refusal(ValidRequests.RefreshTokens())).ShouldBe(AuthErrors.UpstreamInvalid.Because("unreadable"));
    }

    [Fact]
    public async Task Concurrent_refreshes_of_a_token_share_one_call()
    {
        await using var flows = new FlowsUnderTest();
        var upstream = HeldUp(flows);

        var callers = Enumerable.Range(0, 20).Select(_ => flows.Send(ValidRequests.RefreshTokens())).ToList();
        upstream.SetResult(TestData.Tokens("access-2", "refresh-2"));

        foreach (var result in await Task.WhenAll(callers)) result.Value.ShouldBe(TestData.Tokens("access-2", "refresh-2"));
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Fact]
    public async Task Shared_call_continues_when_the_first_caller_disconnects()
    {
        await using var flows = new FlowsUnderTest();
        var upstream = HeldUp(flows);
        using var firstCaller = new CancellationTokenSource();

        var first = flows.Send(ValidRequests.RefreshTokens(), firstCaller.Token);
        var second = flows.Send(ValidRequests.RefreshTokens());
        await firstCaller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first.WaitAsync(Patience));
        upstream.SetResult(TestData.Tokens("access-2", "refresh-2"));

        (await second).Value.ShouldBe(TestData.Tokens("access-2", "refresh-2"));
        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Fact]
    public async Task A_shared_refresh_keeps_the_address_and_metadata_of_its_first_caller_after_they_disconnect()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.RevokeToken = _ => default(Success);
        var upstream = HeldUp(flows);
        using var firstCaller = new CancellationTokenSource();

        flows.ClientMetadata = TestData.Map(("locale", "de"));
        var first = flows.Send(ValidRequests.RefreshTokens(), firstCaller.Token);
        (flows.ClientMetadata, flows.Client.IpAddress) = (TestData.Map(("locale", "fr")), "198.51.100.9");
        var second = flows.Send(ValidRequests.RefreshTokens());
        await firstCaller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first.WaitAsync(Patience));
        upstream.SetResult(AuthErrors.RefreshTokenReused);

        (await second).Error!.Is(AuthErrors.RefreshTokenReused).ShouldBeTrue();
        var origin = flows.Notifications.Origins.ShouldHaveSingleItem();
        origin.IpAddress.ShouldBe("192.0.2.1");
        origin.ClientMetadata.ShouldBe(TestData.Map(("locale", "de")));
    }

    [Fact]
    public async Task Refresh_after_the_shared_call_makes_a_new_call()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("access-2"));

        await flows.Send(ValidRequests.RefreshTokens());
        await flows.Send(ValidRequests.RefreshTokens());

        flows.CallLog.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Refresh_after_a_failed_call_makes_a_new_call()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => throw new InvalidOperationException("a bug");
        await Should.ThrowAsync<InvalidOperationException>(flows.Send(ValidRequests.RefreshTokens()));

        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(TestData.Tokens("access-2"));

        (await flows.Send(ValidRequests.RefreshTokens())).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("refresh-2", null)]
    [InlineData("refresh-1", "eu-west-1_0a")]
    public async Task Refreshes_of_other_tokens_or_devices_do_not_share_the_call(string refreshToken, string? deviceKey)
    {
        await using var flows = new FlowsUnderTest();
        var upstream = HeldUp(flows);

        var first = flows.Send(ValidRequests.RefreshTokens());
        var other = flows.Send(ValidRequests.RefreshTokens(refreshToken, deviceKey));
        upstream.SetResult(TestData.Tokens("access-2"));
        await Task.WhenAll(first, other);

        flows.CallLog.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", $"GetTokensFromRefreshToken {refreshToken}"]);
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(ValidRequests.RefreshTokens("", "no key"))).ShouldBe(
            ["refreshToken: It must be a token.", "deviceKey: It must be a device key."]);
        (await flows.Faults(ValidRequests.RefreshTokens("a b"))).ShouldBe(["refreshToken: It must be a token."]);
        (await flows.Faults(ValidRequests.RefreshTokens(new string('t', (16 * 1024) + 1)))).ShouldBe(["refreshToken: It must be a token."]);
    }

    private static Task<Result<TokenSet>> Answer(Result<TokenSet> result) => Task.FromResult(result);

    private static TaskCompletionSource<Result<TokenSet>> HeldUp(FlowsUnderTest flows)
    {
        var upstream = new TaskCompletionSource<Result<TokenSet>>(TaskCreationOptions.RunContinuationsAsynchronously);
        flows.Verifier.Knows("access-2", TestData.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => upstream.Task;
        return upstream;
    }
}
