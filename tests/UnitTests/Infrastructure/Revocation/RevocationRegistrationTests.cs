using CognitoAuth.Application;
using CognitoAuth.Application.Ports;
using CognitoAuth.Infrastructure;
using CognitoAuth.Infrastructure.Redis;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CognitoAuth.UnitTests.Infrastructure.Revocation;

/// <summary>Where sign-outs are kept: in process, in Redis, or in a log that the host registers.</summary>
public sealed class RevocationRegistrationTests
{
    private const string Redis = "redis.invalid:6379";

    [Fact]
    public async Task Sign_outs_are_kept_in_process_without_Redis_and_without_another_log()
    {
        await using var provider = Provider(null);

        provider.GetRequiredService<IRevocations>().ShouldBeOfType<InProcessRevocations>().IsAvailable.ShouldBeTrue();
        Hosted(provider).ShouldContain(typeof(OneInstanceNotice));
        Hosted(provider).ShouldNotContain(typeof(RevocationFeed));
    }

    [Fact]
    public async Task Sign_outs_are_shared_through_Redis_where_the_configuration_names_one()
    {
        await using var provider = Provider(Redis);

        provider.GetRequiredService<IRevocationLog>().ShouldBeOfType<RedisRevocationLog>();
        provider.GetRequiredService<IRateLimits>().ShouldBeOfType<RedisRateLimits>();
        provider.GetRequiredService<IRevocations>().ShouldBeOfType<SharedRevocations>();
        Hosted(provider).ShouldContain(typeof(RevocationFeed));
        Hosted(provider).ShouldNotContain(typeof(OneInstanceNotice));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData(Redis, true)]
    [InlineData(Redis, false)]
    public async Task A_log_that_the_host_registers_is_used_with_and_without_Redis(string? redis, bool isRegisteredFirst)
    {
        var log = new InMemoryLog().Connect();
        await using var provider = Provider(redis, services => services.AddSingleton(log), isRegisteredFirst);

        provider.GetRequiredService<IRevocationLog>().ShouldBeSameAs(log);
        provider.GetRequiredService<IRevocations>().ShouldBeOfType<SharedRevocations>();
        Hosted(provider).ShouldContain(typeof(RevocationFeed));
        Hosted(provider).ShouldNotContain(typeof(OneInstanceNotice));
    }

    [Fact]
    public async Task An_instance_is_ready_once_it_is_in_sync_with_the_log_of_the_host()
    {
        await using var provider = Provider(null, services => services.AddSingleton(new InMemoryLog().Connect()).AddSingleton(new FeedTimes(TimeSpan.FromMinutes(1)) { Settling = TimeSpan.Zero }));
        var health = provider.GetRequiredService<HealthCheckService>();
        (await Status()).ShouldBe(HealthStatus.Unhealthy);

        var feed = provider.GetRequiredService<RevocationFeed>();
        await feed.StartAsync(CancellationToken.None);
        await Wait.Until(async () => await Status() is HealthStatus.Healthy);
        await feed.StopAsync(CancellationToken.None);

        async Task<HealthStatus> Status() => (await health.CheckHealthAsync(check => check.Name == "revocations" && check.Tags.Contains("ready"))).Status;
    }

    private static List<Type> Hosted(ServiceProvider provider) => [.. provider.GetServices<IHostedService>().Select(service => service.GetType())];

    private static ServiceProvider Provider(string? redis, Action<IServiceCollection>? add = null, bool isAddedFirst = false)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Cognito:Region"] = "eu-west-1",
            ["Cognito:UserPoolId"] = "eu-west-1_Example",
            ["Cognito:ClientId"] = "1example23456789",
            ["ConnectionStrings:Redis"] = redis,
        }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(new SecurityOptions()).AddSingleton<IClientContext>(new FakeClientContext()).AddLogging().AddMetrics();
        if (isAddedFirst) add?.Invoke(services);
        services.AddInfrastructure(configuration);
        if (!isAddedFirst) add?.Invoke(services);
        return services.BuildServiceProvider();
    }
}
