using System.Globalization;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>Several processes of the API over one Redis have the rate limits of one instance together.</summary>
[Trait("Needs", "redis")]
public sealed class SharedRateLimitsTests : IAsyncLifetime
{
    private const int Permits = 20;

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Security:RateLimits:SignInPerAccount:Permits"] = Permits.ToString(CultureInfo.InvariantCulture),
        // One permit an hour is restored, so none within a test.
        ["Security:RateLimits:SignInPerAccount:Window"] = "20:00:00",
    };

    private readonly SeveralInstances _instances = new();

    public Task InitializeAsync() => _instances.InitializeAsync();

    public Task DisposeAsync() => _instances.DisposeAsync();

    [Fact]
    public async Task All_instances_together_admit_as_many_calls_as_there_are_permits_and_refuse_the_others()
    {
        await _instances.Start(3, TimeSpan.FromMinutes(5), Settings);

        var responses = await SharedRound(attemptsAtEach: Permits);

        responses.Count(response => response.Status == 401).ShouldBe(Permits);
        var refused = responses.Where(response => response.Status != 401).ToList();
        refused.Count.ShouldBe(2 * Permits);
        foreach (var response in refused)
        {
            response.ShouldBeProblem(429, "rate_limited");
            int.Parse(response.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeInRange(3_000, 3_600);
            response.Headers["RateLimit-Limit"].ShouldBe("20");
            response.Headers["RateLimit-Remaining"].ShouldBe("0");
            response.Headers["RateLimit-Reset"].ShouldBe(response.Headers["Retry-After"]);
        }

        _instances.Cognito.Requests.Of("InitiateAuth").Count.ShouldBe(Permits, "refused calls do not reach Cognito");
    }

    [Fact]
    public async Task Without_Redis_each_instance_counts_for_itself_from_what_it_admitted_and_logs_it()
    {
        await _instances.Start(2, TimeSpan.FromMinutes(5), Settings);
        var name = Users.NewName();
        for (var call = 0; call < 5; call++) (await Attempt(0, name)).Status.ShouldBe(401);
        for (var call = 0; call < 3; call++) (await Attempt(1, name)).Status.ShouldBe(401);

        await _instances.Redis.Stop();

        (await Admitted(0, name)).ShouldBe(Permits - 5);
        (await Admitted(1, name)).ShouldBe(Permits - 3);
        foreach (var instance in _instances.Members) await Wait.Until(() => Lines(instance, "Redis does not respond") > 0);

        await _instances.Redis.StartAgain();
        foreach (var index in new[] { 0, 1 })
        {
            await Wait.Until(async () =>
            {
                await Attempt(index, Users.NewName());
                return IsSharing(_instances[index]);
            });
        }

        (await SharedRound(attemptsAtEach: Permits)).Count(response => response.Status == 401).ShouldBe(Permits, "the instances share the limit without a restart");
    }

    /// <summary>Calls for one name at all instances at once. On a busy machine, Redis can exceed the timeout of an instance, which then counts alone. Such a round proves nothing, and is repeated for another name.</summary>
    private async Task<IReadOnlyList<ApiResponse>> SharedRound(int attemptsAtEach)
    {
        for (var round = 0; ; round++)
        {
            round.ShouldBeLessThan(50, "Redis never responds in time.");
            var outages = _instances.Members.Sum(instance => Lines(instance, "Redis does not respond"));
            if (!_instances.Members.All(IsSharing)) await Task.WhenAll(Enumerable.Range(0, _instances.Members.Count).Select(index => Attempt(index, Users.NewName())));
            var name = Users.NewName();
            _instances.Cognito.Requests.Clear();
            var responses = await Task.WhenAll(Enumerable.Range(0, _instances.Members.Count).Select(async index =>
            {
                List<ApiResponse> own = [];
                for (var call = 0; call < attemptsAtEach; call++) own.Add(await Attempt(index, name));
                return own;
            }));
            if (_instances.Members.All(IsSharing) && _instances.Members.Sum(instance => Lines(instance, "Redis does not respond")) == outages) return [.. responses.SelectMany(own => own)];
        }
    }

    /// <summary>Calls an instance until it refuses.</summary>
    private async Task<int> Admitted(int index, string name)
    {
        var admitted = 0;
        while ((await Attempt(index, name)).Status != 429) admitted++;
        return admitted;
    }

    private Task<ApiResponse> Attempt(int index, string name) => _instances[index].Client.Post("/v1/auth/sign-in", new { username = name, password = "Wrong-horse-1" });

    private static bool IsSharing(ApiProcess instance) => Lines(instance, "Redis responds again") == Lines(instance, "Redis does not respond");

    private static int Lines(ApiProcess instance, string text) => instance.Output.Count(line => line.Contains(text, StringComparison.Ordinal));
}
