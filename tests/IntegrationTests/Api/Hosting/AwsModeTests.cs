using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>The API in Aws mode, in its own process, over a pool in another process: they share only the protocol.</summary>
public sealed class AwsModeTests(EmbeddedApi pool) : IClassFixture<EmbeddedApi>
{
    [Fact]
    public async Task All_flows_work_over_a_pool_in_another_process_and_the_log_is_json()
    {
        await using var api = await ApiProcess.Start(await pool.Api.SettingsOfPool());
        (await api.Client.Get("/health/ready")).Status.ShouldBe(200);
        await new Journey(api.Client, pool.Api.CodeOf).Run();

        (await api.Client.Get("/dev/cognito")).ShouldBeProblem(404, "not_found");
        api.Output.ShouldAllBe(line => JsonElement.Parse(line).ValueKind == JsonValueKind.Object);
        api.Output.ShouldContain(line => line.Contains("\"Flow\":\"SignInCommand\"", StringComparison.Ordinal));
        api.Error.ShouldBeEmpty();
    }
}
