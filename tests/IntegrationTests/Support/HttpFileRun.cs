using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Sends the requests of a <c>.http</c> file in order, as REST Client does, and checks that each response is the one that the title names.</summary>
public sealed partial class HttpFileRun
{
    private readonly HttpClient _client;
    private readonly HttpFile _file;
    private readonly Dictionary<string, string> _variables;
    private readonly Dictionary<string, JsonElement> _responses = new(StringComparer.Ordinal);
    private Authenticator? _authenticator;
    private long _lastStep;

    /// <summary>Prepares a run against an API.</summary>
    public HttpFileRun(HttpClient client, HttpFile file)
    {
        (_client, _file) = (client, file);
        _variables = file.Variables.ToDictionary(StringComparer.Ordinal);
        // The address in the file is replaced by that of this API.
        _variables["api"] = client.BaseAddress!.ToString().TrimEnd('/');
    }

    /// <summary>Sends all requests.</summary>
    public async Task Send()
    {
        foreach (var request in _file.Requests) await Send(request);
    }

    private async Task Send(HttpFileRequest request)
    {
        if (request.Prompt is { } prompt) _variables[prompt] = NextCode();
        using var message = new HttpRequestMessage(request.Method, Resolve(request.Address));
        if (request.Body.Length > 0) message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Resolve(request.Body)));
        foreach (var (name, value) in request.Headers)
        {
            if (name == "Content-Type") message.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse(value);
            else message.Headers.Add(name, Resolve(value));
        }

        using var received = await _client.SendAsync(message);
        var response = await ApiResponse.Read(received);
        Check(request, response);
        if (response.Text.Length == 0 || !response.Headers["Content-Type"].Contains("json", StringComparison.Ordinal)) return;
        if (request.Name is { } its) _responses[its] = response.Json;
        if (response.Json.TryGetProperty("otpauthUri", out var code)) (_authenticator, _lastStep) = (Authenticator.Scan(code.GetString()!), 0);
    }

    private void Check(HttpFileRequest request, ApiResponse response)
    {
        var what = $"{_file.Name}: {request.Title}: {response.Text}";
        var expected = request.Expected;
        response.Status.ShouldBe(expected.Status, what);
        (response.Status >= 400 ? response.Code : null).ShouldBe(expected.Code, what);
        (response.Text.Contains("\"challenge\":{", StringComparison.Ordinal) ? response.Member("challenge.name") : null).ShouldBe(expected.Challenge, what);
    }

    // Each code counts once, and the pool also accepts those of the neighboring half minutes. So no wait is needed.
    private string NextCode()
    {
        const int SecondsPerStep = 30;
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / SecondsPerStep;
        _lastStep = Math.Max(_lastStep + 1, now - 1);
        _lastStep.ShouldBeLessThanOrEqualTo(now + 1, "More codes than the app has shown.");
        return _authenticator!.Code(DateTimeOffset.FromUnixTimeSeconds(_lastStep * SecondsPerStep));
    }

    private string Resolve(string text) => ReferencePattern().Replace(text, reference => Value(reference.Groups["name"].Value, reference.Groups["path"]));

    private string Value(string name, Group path)
    {
        if (!path.Success) return _variables.TryGetValue(name, out var value) ? value : throw new InvalidOperationException($"{_file.Name} has no variable {name}.");
        if (!_responses.TryGetValue(name, out var element)) throw new InvalidOperationException($"{_file.Name} has no response {name}.");
        foreach (var step in StepPattern().Matches(path.Value).Select(match => match.Value))
        {
            element = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? element[index] : element.GetProperty(step);
        }

        return element.GetString()!;
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z]+)(\.response\.body\.\$\.(?<path>[^}]+))?\}\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ReferencePattern();

    [GeneratedRegex(@"[^.\[\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex StepPattern();
}
