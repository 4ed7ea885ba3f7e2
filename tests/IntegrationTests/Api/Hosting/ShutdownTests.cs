using System.Collections.Concurrent;
using System.Diagnostics;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using Xunit.Abstractions;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>A busy instance that gets SIGTERM loses no request.</summary>
[Trait("Clock", "Real")]
public sealed class ShutdownTests(ITestOutputHelper output)
{
    private const int Clients = 8;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_stopping_instance_becomes_unready_first_and_then_finishes_its_requests()
    {
        await using var cognito = LocalCognitoServer.Start(new LocalCognitoOptions { RecordRequests = true });
        await using var api = await ApiProcess.Start(new Dictionary<string, string?>(cognito.Settings)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Shutdown:Delay"] = Delay.ToString("c"),
        });
        var name = cognito.Pool.Add();
        var tokens = Tokens.Of((await api.Client.Post("/v1/auth/sign-in", new { username = name, password = Users.Password })).Json);

        var balancer = new Balancer();
        var responses = new ConcurrentQueue<ApiResponse>();
        var load = Enumerable.Range(0, Clients).Select(async _ =>
        {
            while (balancer.SendsHere) responses.Enqueue(await api.Client.Get("/v1/me", tokens.Access));
        }).ToList();
        await Wait.Until(() => responses.Count > Clients);

        // The call to Cognito takes longer than the server continues to listen.
        cognito.Requests.Clear();
        cognito.Faults.Delay("InitiateAuth", Delay + TimeSpan.FromSeconds(1));
        var slow = api.Client.Post("/v1/auth/sign-in", new { username = name, password = Users.Password });
        await Wait.Until(() => cognito.Requests.Of("InitiateAuth").Count == 1);

        var watch = Stopwatch.StartNew();
        var ended = api.Terminate();
        await balancer.WatchUntilUnready(api.Client);
        var unready = watch.Elapsed;
        var afterReadiness = await api.Client.Get("/v1/me", tokens.Access);
        await Task.WhenAll(load);

        // A client that keeps its connection gets Connection: close.
        afterReadiness.Status.ShouldBe(200);
        afterReadiness.Headers["Connection"].ShouldBe("close");
        responses.ShouldAllBe(response => response.Status == 200);
        (await slow).Status.ShouldBe(200);
        (await ended).ShouldBe(0, string.Join('\n', api.Error));
        watch.Elapsed.ShouldBeLessThan(LongestEnd);
        output.WriteLine($"{responses.Count} requests, none lost. Not ready after {unready.TotalMilliseconds:0} ms, ended after {watch.Elapsed.TotalSeconds:0.0} s.");
    }

    /// <summary>A load balancer: it polls the readiness, and sends no more requests to an unready instance.</summary>
    private sealed class Balancer
    {
        private volatile bool _sendsHere = true;

        public bool SendsHere => _sendsHere;

        public async Task WatchUntilUnready(HttpClient api)
        {
            await Wait.Until(async () => (await api.Get("/health/ready")).Status == 503);
            _sendsHere = false;
        }
    }
}
