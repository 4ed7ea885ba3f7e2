using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Hosting;

/// <summary>The faults of the settings or of a team's flows that made the start fail, one line per fault.</summary>
internal static partial class StartFaults
{
    /// <summary>The lines; empty if the start failed for another reason.</summary>
    public static IReadOnlyList<string> Of(Exception exception) => exception switch
    {
        AggregateException aggregate => [.. aggregate.InnerExceptions.SelectMany(Of)],
        OptionsValidationException validation => [.. validation.Failures],
        FlowRulesException flows => flows.Faults,
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } binding => Of(binding),
        IOException { InnerException: AddressInUseException } taken => [taken.Message],
        _ => [],
    };

    /// <summary>For an unknown key our own message; otherwise the binder's, for a value of the wrong type.</summary>
    private static IReadOnlyList<string> Of(InvalidOperationException binding) => UnknownKeys().Match(binding.Message) is { Success: true } unknown
        ? [.. unknown.Groups["key"].Captures.Select(key => $"{unknown.Groups["section"].Value}:{key.Value} is not a setting.")]
        : [binding.Message.ReplaceLineEndings(" ")];

    [GeneratedRegex(@"not found on the instance of [\w.]*?\.(?<section>\w+)Options: ('(?<key>[^']*)'(, )?)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex UnknownKeys();
}
