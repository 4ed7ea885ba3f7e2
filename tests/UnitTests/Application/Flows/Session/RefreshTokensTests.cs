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
        flows.Verifier.Knows("access-2", Some.Token());
        var tokens = Some.Tokens("access-2", "refresh-2");
        string? device = null;
        flows.Cognito.GetTokensFromRefreshToken = (_, deviceKey) =>
        {
            device = deviceKey;
            return Answer(tokens);
        };

        (await flows.Send(Commands.RefreshTokens(deviceKey: "eu-west-1_0a"))).Value.ShouldBe(tokens);
        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
        device.ShouldBe("eu-west-1_0a");
    }

    [Theory]
    [InlineData("invalid_refresh_token")]
    [InlineData("outcome_unknown")]
    [InlineData("upstream_throttled")]
    public async Task Errors_of_Cognito_are_returned(string code)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(Some.Error(code));

        (await flows.Refusal(Commands.RefreshTokens())).ShouldBe(Some.Error(code));
        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Family_of_a_reused_token_is_revoked(bool isRevoked)
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(AuthErrors.RefreshTokenReused);
        flows.Cognito.RevokeToken = _ => isRevoked ? default(Success) : AuthErrors.UpstreamUnavailable;

        (await flows.Refusal(Commands.RefreshTokens())).ShouldBe(AuthErrors.RefreshTokenReused);
        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", "RevokeToken refresh-1"]);
    }

    [Theory]
    [InlineData(RevocationStatus.SessionEnded, "refresh-2")]
    [InlineData(RevocationStatus.SignInsEnded, "refresh-2")]
    [InlineData(RevocationStatus.SessionEnded, null)]
    public async Task Refresh_token_of_a_signed_out_session_is_revoked(RevocationStatus status, string? rotated)
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", Some.Token());
        flows.Revocations.Status = status;
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(Some.Tokens("access-2", rotated));
        flows.Cognito.RevokeToken = _ => default(Success);

        (await flows.Refusal(Commands.RefreshTokens())).ShouldBe(AuthErrors.InvalidRefreshToken.Because("signed out"));
        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", $"RevokeToken {rotated ?? "refresh-1"}"]);
    }

    [Fact]
    public async Task No_refresh_token_is_used_up_while_sign_outs_cannot_be_checked()
    {
        await using var flows = new FlowsUnderTest();
        flows.Revocations.Status = RevocationStatus.Unknown;

        (await flows.Refusal(Commands.RefreshTokens())).ShouldBe(AuthErrors.RevocationUnavailable);
        flows.Journal.Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refresh_fails_and_revokes_nothing_if_sign_outs_can_no_longer_be_checked()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", Some.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) =>
        {
            flows.Revocations.Status = RevocationStatus.Unknown;
            return Answer(Some.Tokens("access-2"));
        };

        (await flows.Refusal(Commands.RefreshTokens())).ShouldBe(AuthErrors.RevocationUnavailable);
        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Fact]
    public async Task Token_that_cannot_be_read_is_not_returned()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(Some.Tokens("opaque"));

        (await flows.Refusal(Commands.RefreshTokens())).ShouldBe(AuthErrors.UpstreamInvalid.Because("unreadable"));
    }

    [Fact]
    public async Task Concurrent_refreshes_of_a_token_share_one_call()
    {
        await using var flows = new FlowsUnderTest();
        var upstream = HeldUp(flows);

        var callers = Enumerable.Range(0, 20).Select(_ => flows.Send(Commands.RefreshTokens())).ToList();
        upstream.SetResult(Some.Tokens("access-2", "refresh-2"));

        foreach (var result in await Task.WhenAll(callers)) result.Value.ShouldBe(Some.Tokens("access-2", "refresh-2"));
        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Fact]
    public async Task Shared_call_continues_when_the_first_caller_disconnects()
    {
        await using var flows = new FlowsUnderTest();
        var upstream = HeldUp(flows);
        using var firstCaller = new CancellationTokenSource();

        var first = flows.Send(Commands.RefreshTokens(), firstCaller.Token);
        var second = flows.Send(Commands.RefreshTokens());
        await firstCaller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first.WaitAsync(Patience));
        upstream.SetResult(Some.Tokens("access-2", "refresh-2"));

        (await second).Value.ShouldBe(Some.Tokens("access-2", "refresh-2"));
        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1"]);
    }

    [Fact]
    public async Task A_shared_refresh_keeps_the_address_and_metadata_of_its_first_caller_after_they_disconnect()
    {
        await using var flows = new FlowsUnderTest();
        flows.Cognito.RevokeToken = _ => default(Success);
        var upstream = HeldUp(flows);
        using var firstCaller = new CancellationTokenSource();

        flows.ClientMetadata = Some.Map(("locale", "de"));
        var first = flows.Send(Commands.RefreshTokens(), firstCaller.Token);
        (flows.ClientMetadata, flows.Client.IpAddress) = (Some.Map(("locale", "fr")), "198.51.100.9");
        var second = flows.Send(Commands.RefreshTokens());
        await firstCaller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first.WaitAsync(Patience));
        upstream.SetResult(AuthErrors.RefreshTokenReused);

        (await second).Error!.Is(AuthErrors.RefreshTokenReused).ShouldBeTrue();
        var origin = flows.Notifications.Origins.ShouldHaveSingleItem();
        origin.IpAddress.ShouldBe("192.0.2.1");
        origin.ClientMetadata.ShouldBe(Some.Map(("locale", "de")));
    }

    [Fact]
    public async Task Refresh_after_the_shared_call_makes_a_new_call()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", Some.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(Some.Tokens("access-2"));

        await flows.Send(Commands.RefreshTokens());
        await flows.Send(Commands.RefreshTokens());

        flows.Journal.Entries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Refresh_after_a_failed_call_makes_a_new_call()
    {
        await using var flows = new FlowsUnderTest();
        flows.Verifier.Knows("access-2", Some.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => throw new InvalidOperationException("a bug");
        await Should.ThrowAsync<InvalidOperationException>(flows.Send(Commands.RefreshTokens()));

        flows.Cognito.GetTokensFromRefreshToken = (_, _) => Answer(Some.Tokens("access-2"));

        (await flows.Send(Commands.RefreshTokens())).Error.ShouldBeNull();
    }

    [Theory]
    [InlineData("refresh-2", null)]
    [InlineData("refresh-1", "eu-west-1_0a")]
    public async Task Refreshes_of_other_tokens_or_devices_do_not_share_the_call(string refreshToken, string? deviceKey)
    {
        await using var flows = new FlowsUnderTest();
        var upstream = HeldUp(flows);

        var first = flows.Send(Commands.RefreshTokens());
        var other = flows.Send(Commands.RefreshTokens(refreshToken, deviceKey));
        upstream.SetResult(Some.Tokens("access-2"));
        await Task.WhenAll(first, other);

        flows.Journal.Entries.ShouldBe(["GetTokensFromRefreshToken refresh-1", $"GetTokensFromRefreshToken {refreshToken}"]);
    }

    [Fact]
    public async Task Each_invalid_member_is_reported()
    {
        await using var flows = new FlowsUnderTest();

        (await flows.Faults(Commands.RefreshTokens("", "no key"))).ShouldBe(
            ["refreshToken: It must be a token.", "deviceKey: It must be a device key."]);
        (await flows.Faults(Commands.RefreshTokens("a b"))).ShouldBe(["refreshToken: It must be a token."]);
        (await flows.Faults(Commands.RefreshTokens(new string('t', (16 * 1024) + 1)))).ShouldBe(["refreshToken: It must be a token."]);
    }

    private static Task<Result<TokenSet>> Answer(Result<TokenSet> result) => Task.FromResult(result);

    private static TaskCompletionSource<Result<TokenSet>> HeldUp(FlowsUnderTest flows)
    {
        var upstream = new TaskCompletionSource<Result<TokenSet>>(TaskCreationOptions.RunContinuationsAsynchronously);
        flows.Verifier.Knows("access-2", Some.Token());
        flows.Cognito.GetTokensFromRefreshToken = (_, _) => upstream.Task;
        return upstream;
    }
}
