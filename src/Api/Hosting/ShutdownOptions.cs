namespace CognitoAuth.Api.Hosting;

/// <summary>The graceful shutdown: configuration section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Shutdown";

    /// <summary>How long requests are still accepted after the instance reports that it is not ready, so that a load balancer can notice. In Development zero by default.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(5);
}
