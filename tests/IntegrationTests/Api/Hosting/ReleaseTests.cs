using System.Diagnostics;
using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>A Release publish, as it is deployed.</summary>
[Trait("Category", "Long")]
public sealed class ReleaseTests(ReleaseTests.Publish publish) : IClassFixture<ReleaseTests.Publish>
{
    [Theory]
    [InlineData("LocalCognito")]
    [InlineData("WireMock")]
    // The C# compiler: Carter depends on it, and no code uses it.
    [InlineData("Microsoft.CodeAnalysis")]
    public async Task A_Release_publish_does_not_contain(string name)
    {
        var files = Directory.EnumerateFiles(publish.Folder, "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)!).ToList();
        files.ShouldContain("CognitoAuth.Api.dll");
        var dependencies = await File.ReadAllTextAsync(Path.Combine(publish.Folder, "CognitoAuth.Api.deps.json"));
        files.ShouldNotContain(file => file.Contains(name, StringComparison.OrdinalIgnoreCase));
        dependencies.ShouldNotContain(name, Case.Insensitive);
    }

    [Fact]
    public async Task A_Release_build_refuses_to_start_with_the_embedded_pool()
    {
        var (exitCode, error) = await ApiProcess.Fail(new Dictionary<string, string?>(ApiProcess.Embedded) { ["Cognito:Mode"] = "Embedded" }, publish.Program);
        exitCode.ShouldBe(1);
        error.ShouldHaveSingleItem().ShouldStartWith("Cognito:Mode=Embedded is for development only and not part of a Release build.");
    }

    [Fact]
    public async Task A_Release_build_serves_a_configured_pool_and_logs_JSON()
    {
        await using var cognito = LocalCognitoServer.Start();
        var username = cognito.Pool.Add();
        await using var api = await ApiProcess.Start(new Dictionary<string, string?>(cognito.Settings) { ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" }, publish.Program);
        (await api.Client.Get("/health/ready")).Status.ShouldBe(200);
        var signedIn = await api.Client.Post("/v1/auth/sign-in", new { username, password = Users.Password });
        (await api.Client.Get("/v1/me", Tokens.Of(signedIn.Json).Access)).Member("username").ShouldBe(username);
        (await api.Client.Get("/docs")).ShouldBeProblem(404, "not_found");
        api.Output.ShouldNotBeEmpty();
        api.Output.ShouldAllBe(line => JsonElement.Parse(line).ValueKind == JsonValueKind.Object);
    }

    /// <summary>One publish, which the tests of the class share.</summary>
    public sealed class Publish : IAsyncLifetime
    {
        private readonly string _artifacts = Directory.CreateTempSubdirectory("cognitoauth-release-").FullName;

        /// <summary>The folder of the publish.</summary>
        public string Folder => Path.Combine(_artifacts, "publish", "CognitoAuth.Api", "release");

        /// <summary>The path of the program.</summary>
        public string Program => Path.Combine(Folder, "CognitoAuth.Api.dll");

        /// <inheritdoc/>
        public async Task InitializeAsync()
        {
            // The publish has its own artifacts and restore, because Release has other dependencies than the build of the tests.
            var start = new ProcessStartInfo("dotnet", ["publish", "src/Api", "--configuration", "Release", "--artifacts-path", _artifacts, "--nologo", "-nodeReuse:false", "--disable-build-servers"])
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            using var publish = Process.Start(start)!;
            var error = publish.StandardError.ReadToEndAsync();
            var output = await publish.StandardOutput.ReadToEndAsync();
            await publish.WaitForExitAsync();
            publish.ExitCode.ShouldBe(0, output + await error);
        }

        /// <inheritdoc/>
        public Task DisposeAsync()
        {
            Directory.Delete(_artifacts, recursive: true);
            return Task.CompletedTask;
        }
    }
}
