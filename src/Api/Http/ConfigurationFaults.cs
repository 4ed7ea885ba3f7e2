using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Http;

/// <summary>What was wrong with the settings when the start failed, one line per fault.</summary>
internal static class ConfigurationFaults
{
    /// <summary>The lines; none when the start failed for another reason.</summary>
    public static IReadOnlyList<string> Of(Exception exception) => exception switch
    {
        AggregateException aggregate => [.. aggregate.InnerExceptions.SelectMany(Of)],
        OptionsValidationException validation => [.. validation.Failures],
        // The binder's own words: a value of the wrong type, or a key that does not exist.
        InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } binding => [binding.Message.ReplaceLineEndings(" ")],
        _ => [],
    };
}
