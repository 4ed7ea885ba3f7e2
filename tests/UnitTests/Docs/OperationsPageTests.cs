using System.Diagnostics.Metrics;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CognitoAuth.Api.Http.Problems;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Application.Pipeline.Audit;
using CognitoAuth.Application.Pipeline.Observability;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Cognito.Resilience;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Revocation.Shared;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The tables of <c>docs/operations.md</c> match the code.</summary>
public sealed partial class OperationsPageTests
{
    private static string Page { get; } = File.ReadAllText(PathOfPage());

    [Fact]
    public void The_page_has_one_row_for_each_security_event_and_no_other() => Rows("## Audit events").ShouldBe(Events(), ignoreOrder: true);

    [Fact]
    public async Task The_page_has_one_row_for_each_metric_with_its_unit_and_no_other() =>
        MetricRowPattern().Matches(Section("## Metrics and traces")).Select(row => $"{row.Groups["name"].Value} {row.Groups["unit"].Value}")
            .ShouldBe((await Instruments()).Select(instrument => $"{instrument.Name} {instrument.Unit}"), ignoreOrder: true);

    [Fact]
    public void Every_warning_and_error_of_the_log_has_an_alarm() =>
        Messages().Where(message => message.Level is >= LogLevel.Warning and < LogLevel.None && !LogAlarms().Any(alarm => IsOf(alarm, message))).ShouldBeEmpty();

    [Fact]
    public async Task Every_alarm_refers_to_an_existing_metric_or_event()
    {
        var alarms = Alarms().ToList();
        alarms.Count.ShouldBeGreaterThan(30);
        var metrics = (await Instruments()).Select(instrument => instrument.Name).ToList();

        alarms.Select(alarm => alarm.SeenIn).Distinct().ShouldBe(["probe", "metric", "log", "audit"]);
        Names(alarms, "metric").Except(metrics, StringComparer.Ordinal).ShouldBeEmpty();
        Names(alarms, "audit").Except(Events(), StringComparer.Ordinal).ShouldBeEmpty();
        LogAlarms().Count().ShouldBe(alarms.Count(alarm => alarm.SeenIn == "log"));
        LogAlarms().Where(alarm => !Messages().Any(message => IsOf(alarm, message))).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_has_one_row_with_the_correct_limits_for_each_quota_category()
    {
        var rows = Page.Split('\n').Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && Enum.TryParse<QuotaCategory>(cells[0].Trim('`'), out _))
            .Select(cells => new QuotaRow(cells[0].Trim('`'), Number(cells[2]), Number(cells[3]), Number(cells[4])));

        rows.ShouldBe(Enum.GetValues<QuotaCategory>()
            .Select(category => new QuotaRow(category.ToString(), category.DefaultQuota(), CognitoResilience.CallsInFlight(category), CognitoResilience.CallsWaiting(category))));
    }

    /// <summary>The names of all security events.</summary>
    private static IEnumerable<string> Events()
    {
        var ofFlows = typeof(AuditedAttribute).Assembly.GetTypes().Select(type => type.GetCustomAttribute<AuditedAttribute>()).OfType<AuditedAttribute>()
            .SelectMany(audited => new[] { audited.Success, audited.Failure });
        string[] others = [AuditLog.AccessRefused, AuditLog.RateLimitExceeded, AuditLog.SignInChallenged, AuditLog.SignedOutEverywhere, AuditLog.RefreshTokenReused];

        return ofFlows.Concat(others).Distinct(StringComparer.Ordinal);
    }

    /// <summary>All metrics.</summary>
    private static async Task<IReadOnlyList<Instrument>> Instruments()
    {
        await using var flows = new FlowsUnderTest();
        using var metrics = new RecordedMetrics(flows.Meters);
        _ = new FlowMetrics(flows.Meters);
        _ = new CognitoMetrics(flows.Meters);
        _ = new RevocationReplica(new FeedTimes(TimeSpan.Zero), flows.Clock, new RevocationMetrics(flows.Meters));
        using var client = new JwksClient(new TokenSettings(SomeSession.Pool, [], [], new Uri("https://example.com/jwks.json")), flows.Clock);
        _ = new SigningKeys(client, flows.Clock, new TokenMetrics(flows.Meters), NullLogger<SigningKeys>.Instance);

        return [.. metrics.Instruments];
    }

    /// <summary>The log messages of the code with their level, with <c>…</c> for the parameters.</summary>
    private static IEnumerable<LogLine> Messages() => new[] { typeof(AuditedAttribute).Assembly, typeof(CognitoOptions).Assembly, typeof(ProblemMap).Assembly }
        .SelectMany(assembly => assembly.GetTypes())
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()).OfType<LoggerMessageAttribute>()
        .Select(message => new LogLine(message.Level, PlaceholderPattern().Replace(message.Message, "…")));

    private static bool IsOf(LogLine alarm, LogLine message) => alarm.Level == message.Level && message.Text.StartsWith(alarm.Text, StringComparison.Ordinal);

    private static IEnumerable<Alarm> Alarms() => AlarmPattern().Matches(Section("## Alarms")).Select(row => new Alarm(row.Groups["where"].Value, row.Groups["when"].Value));

    private static IEnumerable<LogLine> LogAlarms() => Alarms().Where(alarm => alarm.SeenIn == "log").Select(alarm => LogAlarmPattern().Match(alarm.When)).Where(line => line.Success)
        .Select(line => new LogLine(Enum.Parse<LogLevel>(line.Groups["level"].Value), line.Groups["text"].Value));

    /// <summary>The names of metrics and events in the rows of a kind.</summary>
    private static IEnumerable<string> Names(IEnumerable<Alarm> alarms, string seenIn) =>
        alarms.Where(alarm => alarm.SeenIn == seenIn).SelectMany(alarm => DottedNamePattern().Matches(alarm.When)).Select(name => name.Groups["name"].Value);

    private static int Number(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Rows(string heading) => RowPattern().Matches(Section(heading)).Select(row => row.Groups["name"].Value);

    private static string Section(string heading)
    {
        var start = Page.IndexOf($"{heading}\n", StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, heading);
        var end = Page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? Page[start..] : Page[start..end];
    }

    private static string PathOfPage([CallerFilePath] string thisFile = "") => Path.GetFullPath("../../../docs/operations.md", Path.GetDirectoryName(thisFile)!);

    [GeneratedRegex(@"^\| `(?<name>[a-z_]+\.[a-z_.]+)` \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RowPattern();

    [GeneratedRegex(@"^\| `(?<name>cognitoauth\.[a-z_.]+)` \| (?<unit>[^ |]+) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex MetricRowPattern();

    [GeneratedRegex(@"^\| (?<where>[a-z]+) \| (?<when>[^|]+) \|", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex AlarmPattern();

    [GeneratedRegex("^(?<level>Information|Warning|Error|Critical): `(?<text>[^`]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LogAlarmPattern();

    [GeneratedRegex(@"`(?<name>[a-z_]+\.[a-z_.]+)`", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DottedNamePattern();

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PlaceholderPattern();

    private sealed record Alarm(string SeenIn, string When);

    private sealed record LogLine(LogLevel Level, string Text);

    private sealed record QuotaRow(string Category, int DefaultQuota, int InFlight, int Waiting);
}
