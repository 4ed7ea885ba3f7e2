using System.Net;
using CognitoAuth.Domain;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private static readonly PoolKey Rotated = new("rotated");
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly TestVerifier _pool = new();

    public static TheoryData<string> Faults => [.. FaultyAnswers.Keys];

    private static Dictionary<string, Func<HttpContext, Task>> FaultyAnswers { get; } = new(StringComparer.Ordinal)
    {
        ["500"] = KeySetServer.Status(HttpStatusCode.InternalServerError),
        ["500 with a good body"] = context =>
        {
            context.Response.StatusCode = 500;
            return KeySetServer.Keys(TokenForge.Key)(context);
        },
        ["404"] = KeySetServer.Status(HttpStatusCode.NotFound),
        ["no content"] = KeySetServer.Status(HttpStatusCode.NoContent),
        ["nothing"] = KeySetServer.Body(""),
        ["HTML"] = KeySetServer.Body("<html>"),
        ["another object"] = KeySetServer.Body("""{"message":"hello"}"""),
        ["keys no array"] = KeySetServer.Body("""{"keys":{}}"""),
        ["no keys"] = KeySetServer.Body("""{"keys":[]}"""),
        ["half a key set"] = KeySetServer.Body(PoolKey.Set(TokenForge.Key)[..^10]),
        ["larger than 64 kB"] = KeySetServer.Body(PoolKey.Set(TokenForge.Key) + new string(' ', 70_000)),
        ["two keys of one kid"] = KeySetServer.Keys(TokenForge.Key, TokenForge.Stranger),
        ["reset"] = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        },
    };

    public Task InitializeAsync() => _pool.InitializeAsync();

    public Task DisposeAsync() => _pool.DisposeAsync();

    [Fact]
    public async Task Fifty_verifications_at_cold_start_share_one_fetch()
    {
        var gate = new TaskCompletionSource();
        _pool.Server.Answer = KeySetServer.After(gate.Task, KeySetServer.Keys(TokenForge.Key));
        var token = _pool.Token();

        var verifications = Enumerable.Range(0, 50).Select(_ => _pool.Verify(token)).ToArray();
        verifications.ShouldAllBe(verification => !verification.IsCompleted);
        gate.SetResult();
        var results = await Task.WhenAll(verifications);

        results.ShouldAllBe(result => result.Error == null);
        _pool.Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task Loaded_keys_need_no_network()
    {
        for (var count = 0; count < 5; count++) (await _pool.Verify(_pool.Token())).Error.ShouldBeNull();

        _pool.Server.Requests.ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_callers_that_wait_for_a_server_that_hangs_get_a_result_after_three_seconds(bool inBody)
    {
        _pool.Server.Answer = inBody ? KeySetServer.HangInBody : KeySetServer.Hang;
        var token = _pool.Token();

        var verifications = Enumerable.Range(0, 20).Select(_ => _pool.Verify(token)).ToArray();
        await _pool.Server.Arrival();
        _pool.Time.Advance(JwksClient.Timeout - Moment);
        verifications.ShouldAllBe(verification => !verification.IsCompleted);
        _pool.Time.Advance(Moment);
        var results = await Task.WhenAll(verifications).WaitAsync(TimeSpan.FromSeconds(20));

        results.ShouldAllBe(result => result.Error!.Code == AuthErrors.KeysUnavailable.Code);
        _pool.Server.Requests.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task No_token_can_be_verified_while_no_keys_are_loaded(string fault)
    {
        _pool.Server.Answer = FaultyAnswers[fault];

        var result = await _pool.Verify(_pool.Token());

        result.Error.ShouldBe(AuthErrors.KeysUnavailable.Because("kid is unknown and the key set cannot be fetched"));
        _pool.Keys.IsLoaded.ShouldBeFalse();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task The_last_good_keys_are_kept(string fault)
    {
        await _pool.Verify(_pool.Token());
        _pool.Server.Answer = FaultyAnswers[fault];

        (await _pool.Keys.Refresh(CancellationToken.None)).ShouldBeFalse();

        (await _pool.Verify(_pool.Token())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var elsewhere = await KeySetServer.Start();
        elsewhere.Answer = KeySetServer.Keys(TokenForge.Key);
        _pool.Server.Answer = KeySetServer.Redirect($"{elsewhere.Issuer}/.well-known/jwks.json");

        (await _pool.Verify(_pool.Token())).Error!.Code.ShouldBe(AuthErrors.KeysUnavailable.Code);

        elsewhere.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_is_down_is_not_flooded_with_fetches()
    {
        _pool.Server.Answer = KeySetServer.Status(HttpStatusCode.InternalServerError);
        var fetchedAfter = new List<double>();
        var start = _pool.Time.GetUtcNow();

        for (var requests = 0; _pool.Time.GetUtcNow() - start < TimeSpan.FromMinutes(1); _pool.Time.Advance(TimeSpan.FromMilliseconds(500)))
        {
            (await _pool.Verify(_pool.Token())).Error!.Code.ShouldBe(AuthErrors.KeysUnavailable.Code);
            if (_pool.Server.Requests > requests) fetchedAfter.Add((_pool.Time.GetUtcNow() - start).TotalSeconds);

            requests = _pool.Server.Requests;
        }

        fetchedAfter.ShouldBe([0, 1, 3, 7, 15, 25, 35, 45, 55]);
    }

    [Fact]
    public async Task Fetches_recover_within_ten_seconds_of_an_outage_and_the_backoff_starts_again_in_the_next()
    {
        _pool.Server.Answer = KeySetServer.Status(HttpStatusCode.InternalServerError);
        for (var failures = 0; failures < 20; failures++) await _pool.Keys.Refresh(CancellationToken.None);

        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key);
        _pool.Time.Advance(SigningKeys.PenaltyTime - Moment);
        (await _pool.Verify(_pool.Token())).Error!.Code.ShouldBe(AuthErrors.KeysUnavailable.Code);
        _pool.Time.Advance(Moment);
        (await _pool.Verify(_pool.Token())).Error.ShouldBeNull();

        _pool.Server.Answer = KeySetServer.Status(HttpStatusCode.InternalServerError);
        await _pool.Keys.Refresh(CancellationToken.None);
        _pool.Keys.Barred.ShouldBe(TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_token_of_a_new_key_is_accepted_at_once()
    {
        await _pool.Verify(_pool.Token());
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key, Rotated);

        (await _pool.Verify(_pool.Token(Rotated))).Error.ShouldBeNull();

        _pool.Server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_flood_of_random_kids_makes_one_fetch_in_ten_seconds_and_delays_a_new_key_no_longer()
    {
        await _pool.Verify(_pool.Token());
        var flood = Enumerable.Range(0, 500).Select(number => _pool.Forge.Headed(header => header["kid"] = $"random{number}")).ToArray();

        foreach (var token in flood) (await _pool.Verify(token)).Error!.Reason.ShouldBe("kid is not of the user pool");

        _pool.Server.Requests.ShouldBe(2, "the first load, and one for the flood");

        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key, Rotated);
        _pool.Time.Advance(SigningKeys.PenaltyTime - Moment);
        (await _pool.Verify(_pool.Token(Rotated))).Error!.Reason.ShouldBe("kid is not of the user pool");
        _pool.Server.Requests.ShouldBe(2);

        _pool.Time.Advance(Moment);
        (await _pool.Verify(_pool.Token(Rotated))).Error.ShouldBeNull();
        _pool.Server.Requests.ShouldBe(3);
    }

    [Fact]
    public async Task Callers_of_a_fetch_that_does_not_find_their_kid_bar_the_next_one_once()
    {
        await _pool.Verify(_pool.Token());
        var gate = new TaskCompletionSource();
        _pool.Server.Answer = KeySetServer.After(gate.Task, KeySetServer.Keys(TokenForge.Key));

        var flood = Enumerable.Range(0, 20).Select(number => _pool.Verify(_pool.Forge.Headed(header => header["kid"] = $"random{number}"))).ToArray();
        gate.SetResult();
        await Task.WhenAll(flood);

        _pool.Server.Requests.ShouldBe(2);
        _pool.Keys.Barred.ShouldBe(SigningKeys.PenaltyTime);
    }

    [Fact]
    public async Task A_fetch_that_does_not_find_the_kid_bars_the_next_one_even_if_its_caller_has_disconnected()
    {
        await _pool.Verify(_pool.Token());
        var gate = new TaskCompletionSource();
        _pool.Server.Answer = KeySetServer.After(gate.Task, KeySetServer.Keys(TokenForge.Key));
        using var leaving = new CancellationTokenSource();
        var first = _pool.Verifier.Verify(new Secret(_pool.Forge.Headed(header => header["kid"] = "random1")), cancellationToken: leaving.Token).AsTask();
        var fetch = _pool.Keys.Refresh(CancellationToken.None);

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        gate.SetResult();
        (await fetch).ShouldBeTrue();
        (await _pool.Verify(_pool.Forge.Headed(header => header["kid"] = "random2"))).Error!.Reason.ShouldBe("kid is not of the user pool");

        _pool.Server.Requests.ShouldBe(2, "the first load, and the one in vain");
    }

    [Fact]
    public async Task An_unknown_kid_is_unavailable_and_not_invalid_while_the_server_is_down()
    {
        await _pool.Verify(_pool.Token());
        _pool.Server.Answer = KeySetServer.Status(HttpStatusCode.InternalServerError);

        (await _pool.Verify(_pool.Token(Rotated))).Error!.Code.ShouldBe(AuthErrors.KeysUnavailable.Code);
        (await _pool.Verify(_pool.Token(Rotated))).Error!.Code.ShouldBe(AuthErrors.KeysUnavailable.Code);

        _pool.Server.Requests.ShouldBe(2);
    }

    [Fact]
    public async Task A_key_that_vanished_is_trusted_for_the_grace_period_and_no_longer()
    {
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key, Rotated);
        await _pool.Verify(_pool.Token());
        _pool.Server.Answer = KeySetServer.Keys(Rotated);
        await _pool.Keys.Refresh(CancellationToken.None);

        _pool.Time.Advance(SigningKeys.Grace - Moment);
        (await _pool.Verify(_pool.Token())).Error.ShouldBeNull();

        // Another fetch without the key does not restart the grace period.
        await _pool.Keys.Refresh(CancellationToken.None);
        _pool.Time.Advance(Moment);
        (await _pool.Verify(_pool.Token())).Error!.Reason.ShouldBe("kid is not of the user pool");
        (await _pool.Verify(_pool.Token(Rotated))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_key_that_vanished_by_mistake_is_trusted_again()
    {
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key, Rotated);
        await _pool.Verify(_pool.Token());
        _pool.Server.Answer = KeySetServer.Keys(Rotated);
        await _pool.Keys.Refresh(CancellationToken.None);
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key, Rotated);

        _pool.Time.Advance(SigningKeys.Grace);

        (await _pool.Verify(_pool.Token())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_kid_that_names_another_key_than_before_uses_the_new_key()
    {
        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Stranger);
        (await _pool.Verify(_pool.Token())).Error!.Reason.ShouldBe("signature does not match");

        _pool.Server.Answer = KeySetServer.Keys(TokenForge.Key);
        await _pool.Keys.Refresh(CancellationToken.None);

        (await _pool.Verify(_pool.Token())).Error.ShouldBeNull();
    }

    [Fact]
    public async Task A_caller_that_disconnects_does_not_cancel_the_fetch_of_the_others()
    {
        var gate = new TaskCompletionSource();
        _pool.Server.Answer = KeySetServer.After(gate.Task, KeySetServer.Keys(TokenForge.Key));
        using var leaving = new CancellationTokenSource();
        var first = _pool.Verifier.Verify(new Secret(_pool.Token()), cancellationToken: leaving.Token).AsTask();
        var second = _pool.Verify(_pool.Token());

        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        gate.SetResult();

        (await second).Error.ShouldBeNull();
        _pool.Server.Requests.ShouldBe(1);
    }

    [Fact]
    public async Task The_health_check_is_unhealthy_until_keys_are_loaded_and_healthy_in_a_later_outage()
    {
        var check = new SigningKeysHealthCheck(_pool.Keys);
        var context = new HealthCheckContext { Registration = new("signing-keys", check, HealthStatus.Unhealthy, tags: null) };
        (await check.CheckHealthAsync(context)).Status.ShouldBe(HealthStatus.Unhealthy);

        await _pool.Keys.Refresh(CancellationToken.None);
        (await check.CheckHealthAsync(context)).Status.ShouldBe(HealthStatus.Healthy);

        _pool.Server.Answer = KeySetServer.Status(HttpStatusCode.InternalServerError);
        await _pool.Keys.Refresh(CancellationToken.None);
        (await check.CheckHealthAsync(context)).Status.ShouldBe(HealthStatus.Healthy);
    }
}
