using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using CognitoAuth.Application.Flows.Session;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Revocation;
using CognitoAuth.Infrastructure.Tokens;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The tables of <c>docs/operations.md</c> name what there is.</summary>
public sealed partial class OperationsPageTests
{
    private static string Page { get; } = File.ReadAllText(PathOfPage());

    [Fact]
    public void Has_one_row_for_each_security_event_and_none_for_another()
    {
        var ofFlows = typeof(IAuditedFlow).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IAuditedFlow)) && !type.IsAbstract)
            // Their names do not depend on what was asked, but for the scope of a sign-out.
            .Select(type => (IAuditedFlow)RuntimeHelpers.GetUninitializedObject(type))
            .Append(Commands.SignOut(scope: SignOutScope.Everywhere))
            .SelectMany(flow => new[] { flow.SuccessEvent, flow.FailureEvent });
        string[] others = [AuditLog.AccessRefused, AuditLog.RateLimitExceeded, AuditLog.SignInChallenged, AuditLog.RefreshTokenReused];

        Rows("## Audit events").ShouldBe(ofFlows.Concat(others).Distinct(StringComparer.Ordinal), ignoreOrder: true);
    }

    [Fact]
    public async Task Has_one_row_for_each_metric_with_its_unit_and_none_for_another()
    {
        await using var flows = new FlowsUnderTest();
        using var metrics = new RecordedMetrics(flows.Meters);
        _ = new FlowMetrics(flows.Meters);
        _ = new UpstreamMetrics(flows.Meters);
        using var revocations = new InProcessRevocations(flows.Clock, flows.Meters);
        using var client = new JwksClient(Microsoft.Extensions.Options.Options.Create(new CognitoOptions()), flows.Clock);
        _ = new SigningKeys(client, flows.Clock, new TokenMetrics(flows.Meters), NullLogger<SigningKeys>.Instance);

        MetricRowPattern().Matches(Section("## Metrics and traces")).Select(row => $"{row.Groups["name"].Value} {row.Groups["unit"].Value}")
            .ShouldBe(metrics.Instruments.Select(instrument => $"{instrument.Name} {instrument.Unit}"), ignoreOrder: true);
    }

    [Fact]
    public void Has_one_row_with_the_right_limits_for_each_quota_category()
    {
        var rows = Page.Split('\n').Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5 && Enum.TryParse<QuotaCategory>(cells[0].Trim('`'), out _))
            .Select(cells => new QuotaRow(cells[0].Trim('`'), Number(cells[2]), Number(cells[3]), Number(cells[4])));

        rows.ShouldBe(Enum.GetValues<QuotaCategory>()
            .Select(category => new QuotaRow(category.ToString(), category.DefaultQuota(), CognitoResilience.CallsInFlight(category), CognitoResilience.CallsWaiting(category))));
    }

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

    private sealed record QuotaRow(string Category, int DefaultQuota, int InFlight, int Waiting);
}
