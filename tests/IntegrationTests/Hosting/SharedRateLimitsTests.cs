using System.Globalization;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Hosting;

/// <summary>Processes of the API over one Redis: their rate limits are those of one instance.</summary>
[Trait("Needs", "redis")]
public sealed class SharedRateLimitsTests : IAsyncLifetime
{
    private const int Permits = 20;

    private static readonly Dictionary<string, string?> Settings = new(StringComparer.Ordinal)
    {
        ["Security:RateLimits:SignInPerAccount:Permits"] = Permits.ToString(CultureInfo.InvariantCulture),
        // No permit comes back within a test: one an hour.
        ["Security:RateLimits:SignInPerAccount:Window"] = "20:00:00",
    };

    private readonly SeveralInstances _instances = new();

    public Task InitializeAsync() => _instances.InitializeAsync();

    public Task DisposeAsync() => _instances.DisposeAsync();

    [Fact]
    public async Task Instances_together_admit_as_many_calls_as_there_are_permits_and_refuse_the_rest()
    {
        await _instances.Start(3, TimeSpan.FromMinutes(5), Settings);

        var answers = await SharedRound(attemptsAtEach: Permits);

        answers.Count(answer => answer.Status == 401).ShouldBe(Permits);
        var refused = answers.Where(answer => answer.Status != 401).ToList();
        refused.Count.ShouldBe(2 * Permits);
        foreach (var answer in refused)
        {
            answer.ShouldBeProblem(429, "rate_limited");
            int.Parse(answer.Headers["Retry-After"], CultureInfo.InvariantCulture).ShouldBeInRange(3_000, 3_600);
            answer.Headers["RateLimit-Limit"].ShouldBe("20");
            answer.Headers["RateLimit-Remaining"].ShouldBe("0");
            answer.Headers["RateLimit-Reset"].ShouldBe(answer.Headers["Retry-After"]);
        }

        _instances.Cognito.Requests.Of("InitiateAuth").Count.ShouldBe(Permits, "what was refused did not reach Cognito");
    }

    [Fact]
    public async Task Without_Redis_each_counts_for_itself_goes_on_from_what_it_admitted_and_says_so()
    {
        await _instances.Start(2, TimeSpan.FromMinutes(5), Settings);
        var name = Users.NewName();
        for (var call = 0; call < 5; call++) (await Attempt(0, name)).Status.ShouldBe(401);
        for (var call = 0; call < 3; call++) (await Attempt(1, name)).Status.ShouldBe(401);

        await _instances.Redis.Stop();

        (await Admitted(0, name)).ShouldBe(Permits - 5);
        (await Admitted(1, name)).ShouldBe(Permits - 3);
        foreach (var instance in _instances.Members) await Eventually.Holds(() => Lines(instance, "Redis does not respond") > 0);

        await _instances.Redis.StartAgain();
        foreach (var index in new[] { 0, 1 })
        {
            await Eventually.Holds(async () =>
            {
                await Attempt(index, Users.NewName());
                return IsSharing(_instances[index]);
            });
        }

        (await SharedRound(attemptsAtEach: Permits)).Count(answer => answer.Status == 401).ShouldBe(Permits, "they share again by themselves");
    }

    /// <summary>Calls for one name at all instances at once. On a busy machine Redis can take longer than an instance waits for it, which then counts alone: such a round says nothing, and is run again for another name.</summary>
    private async Task<IReadOnlyList<Answer>> SharedRound(int attemptsAtEach)
    {
        for (var round = 0; ; round++)
        {
            round.ShouldBeLessThan(50, "Redis never answers in time.");
            var outages = _instances.Members.Sum(instance => Lines(instance, "Redis does not respond"));
            if (!_instances.Members.All(IsSharing)) await Task.WhenAll(Enumerable.Range(0, _instances.Members.Count).Select(index => Attempt(index, Users.NewName())));
            var name = Users.NewName();
            _instances.Cognito.Requests.Clear();
            var answers = await Task.WhenAll(Enumerable.Range(0, _instances.Members.Count).Select(async index =>
            {
                List<Answer> own = [];
                for (var call = 0; call < attemptsAtEach; call++) own.Add(await Attempt(index, name));
                return own;
            }));
            if (_instances.Members.All(IsSharing) && _instances.Members.Sum(instance => Lines(instance, "Redis does not respond")) == outages) return [.. answers.SelectMany(own => own)];
        }
    }

    /// <summary>Calls at an instance until it refuses.</summary>
    private async Task<int> Admitted(int index, string name)
    {
        var admitted = 0;
        while ((await Attempt(index, name)).Status != 429) admitted++;
        return admitted;
    }

    private Task<Answer> Attempt(int index, string name) => _instances[index].Client.PostAnswer("/v1/auth/sign-in", new { username = name, password = "Wrong-horse-1" });

    private static bool IsSharing(ApiProcess instance) => Lines(instance, "Redis responds again") == Lines(instance, "Redis does not respond");

    private static int Lines(ApiProcess instance, string text) => instance.Output.Count(line => line.Contains(text, StringComparison.Ordinal));
}
