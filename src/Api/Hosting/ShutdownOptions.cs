using System.ComponentModel.DataAnnotations;

namespace CognitoAuth.Api.Hosting;

/// <summary>The graceful shutdown: configuration section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Shutdown";

    /// <summary>How long requests are still accepted after the instance reports that it is not ready, so that a load balancer can notice. In Development zero by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Shutdown:Delay must be at most five minutes, such as 00:00:05.", ConvertValueInInvariantCulture = true, ParseLimitsInInvariantCulture = true)]
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(5);
}
