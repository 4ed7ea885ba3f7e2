using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>The built API in its own process, on a free port of loopback.</summary>
public sealed partial class ApiProcess : IAsyncDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();

    private ApiProcess(IReadOnlyDictionary<string, string?> settings, string? program)
    {
        program ??= typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", ["exec", program]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetDirectoryName(program)! };
        // The environment of the tests must not configure the API.
        foreach (var inherited in start.Environment.Keys.Where(IsSetting).ToList()) start.Environment.Remove(inherited);
        foreach (var (key, value) in settings.Where(setting => setting.Value is not null)) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The settings of an API with the embedded pool, on a free port.</summary>
    public static Dictionary<string, string?> Embedded => new() { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ASPNETCORE_URLS"] = "http://127.0.0.1:0" };

    /// <summary>Calls the API, and checks each response against the contract.</summary>
    public HttpClient Client { get; } = new(new ContractCheck { InnerHandler = new SocketsHttpHandler() });

    /// <summary>The id of the process, for <see cref="Signals"/>.</summary>
    public int ProcessId => _process.Id;

    /// <summary>The lines on standard output so far.</summary>
    public IReadOnlyCollection<string> Output => _output;

    /// <summary>The lines on standard error so far.</summary>
    public IReadOnlyCollection<string> Error => _error;

    /// <summary>Starts the API and waits until it is ready.</summary>
    /// <param name="settings">Environment variables, or settings by key.</param>
    /// <param name="program">The path of another build of the API.</param>
    public static async Task<ApiProcess> Start(IReadOnlyDictionary<string, string?> settings, string? program = null)
    {
        var api = await Listen(settings, program);
        await Wait.Until(async () => (await api.Client.Get("/health/ready")).Status == 200);
        return api;
    }

    /// <summary>Starts the API and waits until it responds, ready or not.</summary>
    /// <param name="settings">Environment variables, or settings by key.</param>
    /// <param name="program">The path of another build of the API.</param>
    public static async Task<ApiProcess> Listen(IReadOnlyDictionary<string, string?> settings, string? program = null)
    {
        var api = new ApiProcess(settings, program);
        var ended = api._process.WaitForExitAsync();
        var first = await Task.WhenAny(api._listening.Task, ended).WaitAsync(Timeout);
        if (first == ended) throw new InvalidOperationException($"The API ended: {string.Join('\n', api.Output.Concat(api.Error))}");
        api.Client.BaseAddress = await api._listening.Task;
        // The first call of a cold process on a busy machine can take longer than its timeouts allow.
        await Wait.Until(async () => (await api.Client.Post("/v1/auth/sign-in", new { username = "nobody", password = "-" })).Status == 401);
        return api;
    }

    /// <summary>Starts the API and waits until it exits by itself.</summary>
    /// <returns>The exit code, and the lines on standard error.</returns>
    public static async Task<(int ExitCode, IReadOnlyCollection<string> Error)> Fail(IReadOnlyDictionary<string, string?> settings, string? program = null)
    {
        await using var api = new ApiProcess(settings, program);
        var first = await Task.WhenAny(api._listening.Task, api._process.WaitForExitAsync()).WaitAsync(Timeout);
        first.ShouldNotBe(api._listening.Task, "It listens.");
        return (api._process.ExitCode, api.Error);
    }

    /// <summary>The newest code that the embedded pool sent to a user.</summary>
    public async Task<string> CodeOf(string username) =>
        (await Client.Get($"/dev/inbox?username={Uri.EscapeDataString(username)}")).Json.GetProperty("messages")[0].GetProperty("code").GetString()!;

    /// <summary>The settings with which another API calls the embedded pool of this one as it would call AWS.</summary>
    public async Task<Dictionary<string, string?>> SettingsOfPool()
    {
        var pool = (await Client.Get("/dev/cognito")).Json;
        string? Member(string name) => pool.GetProperty(name).GetString();
        return new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["Cognito:Mode"] = "Aws",
            ["Cognito:Region"] = Member("region"),
            ["Cognito:UserPoolId"] = Member("userPoolId"),
            ["Cognito:ClientId"] = Member("clientId"),
            ["Cognito:ClientSecrets:0"] = Member("clientSecret"),
            ["Cognito:ServiceUrl"] = Member("endpoint"),
            ["Cognito:Issuer"] = Member("issuer"),
        };
    }

    /// <summary>Stops the API as a scheduler does (SIGTERM), and waits until it has exited.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
        await _process.WaitForExitAsync().WaitAsync(Timeout);
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static bool IsSetting(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase) || name.Contains("__", StringComparison.Ordinal);

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null) lines.Enqueue(line);
    }

    private void Read(string? line)
    {
        Keep(_output, line);
        if (line is not null && ListeningPattern().Match(line) is { Success: true } match) _listening.TrySetResult(new Uri(match.Groups["address"].Value));
    }

    [GeneratedRegex(@"Now listening on: \\?""?(?<address>http://[^\\""\s]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex ListeningPattern();
}
