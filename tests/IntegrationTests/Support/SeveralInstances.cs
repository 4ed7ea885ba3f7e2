using System.Globalization;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>API processes that share a user pool and a Redis, as instances behind a load balancer do.</summary>
public sealed class SeveralInstances : IAsyncLifetime
{
    private readonly List<ApiProcess> _members = [];

    /// <summary>The user pool, in this process.</summary>
    public LocalCognitoServer Cognito { get; } = LocalCognitoServer.Start(new LocalCognitoOptions { RecordRequests = true });

    /// <summary>The Redis that the instances share.</summary>
    public RedisServer Redis { get; } = new();

    /// <summary>The instances.</summary>
    public IReadOnlyList<ApiProcess> Members => _members;

    /// <summary>The instance at the index.</summary>
    public ApiProcess this[int index] => _members[index];

    /// <inheritdoc/>
    public Task InitializeAsync() => Redis.InitializeAsync();

    /// <summary>The settings of an instance.</summary>
    /// <param name="staleness">How long an instance may decide without Redis.</param>
    public Dictionary<string, string?> Settings(TimeSpan staleness) => new(Cognito.Settings.Concat(TestApi.Unlimited), StringComparer.Ordinal)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        ["ConnectionStrings:Redis"] = Redis.ConnectionString,
        ["Security:RevocationStaleness"] = staleness.ToString("c", CultureInfo.InvariantCulture),
    };

    /// <summary>Starts instances at the same time, and waits until all are ready.</summary>
    /// <param name="count">The number of instances.</param>
    /// <param name="staleness">How long an instance may decide without Redis.</param>
    /// <param name="settings">Further settings. They override <see cref="Settings"/>.</param>
    public async Task Start(int count, TimeSpan staleness, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var all = Settings(staleness);
        foreach (var (key, value) in settings ?? new Dictionary<string, string?>(StringComparer.Ordinal)) all[key] = value;
        _members.AddRange(await Task.WhenAll(Enumerable.Range(0, count).Select(_ => ApiProcess.Start(all))));
    }

    /// <summary>Signs in through an instance.</summary>
    public async Task<Tokens> SignIn(int index, string username)
    {
        var response = await this[index].Client.Post("/v1/auth/sign-in", new { username, password = Users.Password });
        response.Status.ShouldBe(200, response.Text);
        return Tokens.Of(response.Json);
    }

    /// <summary>Signs out through an instance.</summary>
    public Task<ApiResponse> SignOut(int index, Tokens tokens, string scope = "session") =>
        this[index].Client.Post("/v1/auth/sign-out", new { refreshToken = tokens.Refresh, scope }, tokens.Access);

    /// <summary>Verifies a token at an instance.</summary>
    public Task<ApiResponse> Verify(int index, Tokens tokens) => this[index].Client.Get("/v1/auth/verify", tokens.Access);

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var member in _members) await member.DisposeAsync();
        await Redis.DisposeAsync();
        await Cognito.DisposeAsync();
    }
}
