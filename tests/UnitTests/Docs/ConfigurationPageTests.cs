using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CognitoAuth.Api.Hosting;
using CognitoAuth.Application;
using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>The tables of <c>docs/configuration.md</c> name the members of the options classes, with their defaults.</summary>
public sealed partial class ConfigurationPageTests
{
    // Not read by an options class: settings of the framework, Serilog, OpenTelemetry and the connection string.
    private static readonly string[] OfOthers = ["ConnectionStrings:Redis", "Serilog:MinimumLevel", "OTEL_EXPORTER_OTLP_ENDPOINT", "ASPNETCORE_URLS"];

    // Has the same class as LocalCognito:Client.
    private static readonly string[] OtherClients = [nameof(LocalCognitoOptions.PublicClient), nameof(LocalCognitoOptions.MachineClient)];

    private static IReadOnlyList<Setting> Settings { get; } =
    [
        .. MembersOf(new CognitoOptions(), CognitoOptions.Section),
        .. MembersOf(new SecurityOptions(), SecurityOptions.Section),
        .. MembersOf(new ShutdownOptions(), ShutdownOptions.Section),
        .. MembersOf(new LocalCognitoOptions(), LocalCognitoOptions.SectionName),
    ];

    [Fact]
    public void The_page_has_one_row_for_each_setting_and_no_other() => Rows().Select(row => row.Key).ShouldBe(Settings.Select(setting => setting.Key).Concat(OfOthers), ignoreOrder: true);

    [Fact]
    public void Each_row_has_the_default_of_the_code()
    {
        var rows = Rows().ToDictionary(row => row.Key, row => row.Default, StringComparer.Ordinal);
        foreach (var (key, expected) in Settings) rows[key].Split(';')[0].ShouldBe(expected, key);
    }

    private static IEnumerable<Setting> Rows() => RowPattern().Matches(Markdown.Read("docs/configuration.md")).Select(row => new Setting(row.Groups["key"].Value, row.Groups["default"].Value));

    private static IEnumerable<Setting> MembersOf(object options, string section) => options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(member => member.CanWrite && !(options is LocalCognitoOptions && OtherClients.Contains(member.Name, StringComparer.Ordinal)))
        .SelectMany(member => MemberOf($"{section}:{member.Name}", member.PropertyType, member.GetValue(options)));

    private static IEnumerable<Setting> MemberOf(string key, Type type, object? value) => type switch
    {
        _ when type == typeof(RateLimit) => [new Setting(key, $"`{((RateLimit)value!).Permits} in {((RateLimit)value).Window:c}`")],
        { IsClass: true } when type != typeof(string) && !type.IsAssignableTo(typeof(IEnumerable)) => MembersOf(value ?? Activator.CreateInstance(type)!, key),
        _ => [new Setting(key, DefaultOf(value))],
    };

    private static string DefaultOf(object? value) => value switch
    {
        null or "" => "none",
        string text => $"`{text}`",
        bool flag => flag ? "`true`" : "`false`",
        TimeSpan { Milliseconds: > 0 } time => $@"`{time:hh\:mm\:ss\.fff}`",
        TimeSpan time => $"`{time:c}`",
        IEnumerable list => list.Cast<object>().Any() ? throw new NotSupportedException("No list has a default that is not empty.") : "empty",
        _ => $"`{Convert.ToString(value, CultureInfo.InvariantCulture)}`",
    };

    [GeneratedRegex(@"^\| `(?<key>[^`]+)` \| (?<default>[^|]+) \| [^|]+ \|$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex RowPattern();

    private sealed record Setting(string Key, string Default);
}
