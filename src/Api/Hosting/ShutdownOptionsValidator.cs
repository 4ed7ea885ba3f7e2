using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Hosting;

/// <summary>Stops the start when a shutdown setting is wrong, with one line per fault.</summary>
internal sealed class ShutdownOptionsValidator : IValidateOptions<ShutdownOptions>
{
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, ShutdownOptions options) => Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(ShutdownOptions options)
    {
        if (options.Delay < TimeSpan.Zero || options.Delay > LongestDelay) yield return "Shutdown:Delay must be a time of at most five minutes, such as 00:00:05.";
    }
}
