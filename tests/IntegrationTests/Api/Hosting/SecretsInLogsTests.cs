using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Users;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

/// <summary>No password, code, token, session, client secret, secret hash or user context is in any log line at any level.</summary>
public sealed class SecretsInLogsTests
{
    // All log lines of all categories, including the framework's.
    private static readonly Dictionary<string, string?> LogEverything = new()
    {
        ["Serilog:MinimumLevel:Default"] = "Verbose",
        ["Serilog:MinimumLevel:Override:Microsoft"] = "Verbose",
        ["Serilog:MinimumLevel:Override:Microsoft.Extensions.Diagnostics.HealthChecks"] = "Verbose",
        ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Verbose",
        ["Serilog:MinimumLevel:Override:System"] = "Verbose",
    };

    [Fact]
    public async Task No_secret_is_logged_by_any_flow_at_any_level()
    {
        await using var api = TestApi.Start(settings: LogEverything);
        var journey = new Journey(api.Client, username => Task.FromResult(api.Cognito.Inbox.LatestCode(username)));
        await journey.Run();
        var session = await Challenge(api);
        await Outages(api);
        var secretHash = Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(api.Cognito.ClientSecret!), Encoding.UTF8.GetBytes(journey.Username + api.Cognito.ClientId)));

        // The framework must have logged something, because otherwise the search would prove nothing.
        api.Log.Lines.ShouldContain(line => line.Contains("\"@l\":\"Verbose\"", StringComparison.Ordinal) || line.Contains("\"@l\":\"Debug\"", StringComparison.Ordinal));
        api.Log.Lines.ShouldContain(line => line.Contains("Microsoft.AspNetCore.Routing", StringComparison.Ordinal));
        ShouldHoldNone(api.Log.Lines, [.. journey.Secrets, session, secretHash, api.Cognito.ClientSecret!]);
    }

    [Fact]
    public async Task No_secret_and_no_name_is_in_security_events_traces_or_metrics()
    {
        await using var collector = await OtlpReceiver.Start();
        var api = TestApi.Start(settings: collector.Settings);
        Journey journey;
        string session;
        await using (api)
        {
            await api.WarmUp();
            journey = new Journey(api.Client, username => Task.FromResult(api.Cognito.Inbox.LatestCode(username)));
            await journey.Run();
            session = await Challenge(api);
            await Outages(api);
        }

        List<string> events = [.. api.Log.Lines.Where(line => line.Contains("\"SourceContext\":\"CognitoAuth.Audit\"", StringComparison.Ordinal))];
        events.Count.ShouldBeGreaterThan(30);
        collector.Of("/v1/traces").ShouldContain("ChangePasswordCommand");
        collector.Of("/v1/metrics").ShouldContain("ChangePasswordCommand");
        ShouldHoldNone([.. events, collector.Of("/v1/traces"), collector.Of("/v1/metrics")], [.. journey.Secrets, session, api.Cognito.ClientSecret!, journey.Username]);
    }

    [Fact]
    public async Task The_embedded_pool_prints_no_secret_except_in_the_messages()
    {
        await using var api = await ApiProcess.Start(new Dictionary<string, string?>(ApiProcess.Embedded.Concat(LogEverything)));
        var journey = new Journey(api.Client, api.CodeOf);
        await journey.Run();
        var clientSecret = (await api.Client.Get("/dev/cognito")).Member("clientSecret")!;
        api.Output.Count.ShouldBeGreaterThan(100);
        ShouldHoldNone([.. api.Output.Where(line => !IsMessage(line)), .. api.Error], [.. journey.Secrets, clientSecret]);
    }

    [Theory]
    [InlineData("p&ss\"word", "it is p&ss\"word")]
    [InlineData("p&ss\"word", """{"body":"{\"password\":\"p\u0026ss\u0022word\"}"}""")]
    [InlineData("p&ss\"word", "?password=p%26ss%22word")]
    [InlineData("p&ss\"word", "cCZzcyJ3b3Jk")]
    [InlineData("123456", "\"code\":123456,")]
    public void The_search_finds_a_secret_in_every_encoding(string secret, string line) => Should.Throw<ShouldAssertException>(() => ShouldHoldNone([line], [secret]));

    private static async Task<string> Challenge(TestApi api)
    {
        var username = api.Cognito.Pool.Add(UserStatus.ForceChangePassword);
        var response = await api.Post("/v1/auth/sign-in", new { username, password = Users.Password });
        return response.Member("challenge.session")!;
    }

    /// <summary>Makes failures that throw, so that exceptions are logged.</summary>
    private static async Task Outages(TestApi api)
    {
        var faults = api.Cognito.Faults;
        faults.Fail("InitiateAuth", CognitoException.InternalError()).DropRequest("InitiateAuth").Respond("InitiateAuth", 200, "garbage").Respond("InitiateAuth", 400, """{"__type":"NewException"}""");
        for (var call = 0; call < 4; call++)
        {
            (await api.Post("/v1/auth/sign-in", new { username = Users.NewName(), password = "Erste&Wahl+7/\"x\"" })).Status.ShouldBeOneOf([401, 502, 503]);
        }

        using var broken = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/sign-in")
        {
            Content = new StringContent("""{"username":"jane","password":"Erste&Wahl+7/\"x\"",,""", Encoding.UTF8, "application/json"),
        };
        (await api.Send(broken)).Status.ShouldBe(400);
    }

    private static bool IsMessage(string line) => line.StartsWith("{\"at\":", StringComparison.Ordinal) && JsonElement.Parse(line).TryGetProperty("code", out _);

    private static void ShouldHoldNone(IReadOnlyCollection<string> lines, IEnumerable<string> secrets)
    {
        var text = string.Join('\n', lines);
        foreach (var secret in secrets.Distinct(StringComparer.Ordinal))
        {
            foreach (var form in FormsOf(secret).Distinct(StringComparer.Ordinal))
            {
                // A short code could be part of another number.
                var pattern = form.All(char.IsAsciiDigit) ? $@"(?<![\w.]){form}(?![\w.])" : Regex.Escape(form);
                var found = Regex.Match(text, pattern, RegexOptions.None, TimeSpan.FromSeconds(10));
                found.Success.ShouldBeFalse(found.Success ? $"A secret is in: {text[Math.Max(0, found.Index - 200)..Math.Min(text.Length, found.Index + found.Length + 50)]}" : null);
            }
        }
    }

    private static IEnumerable<string> FormsOf(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var base64 = Convert.ToBase64String(bytes);
        var json = JsonEncodedText.Encode(secret).ToString();
        return
        [
            secret,
            json,
            JsonEncodedText.Encode(json).ToString(),
            secret.Replace("\"", "\\\"", StringComparison.Ordinal),
            Uri.EscapeDataString(secret),
            base64,
            base64.TrimEnd('='),
            base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'),
            Convert.ToHexString(bytes),
            Convert.ToHexStringLower(bytes),
        ];
    }
}
