namespace CognitoAuth.Api.Hosting;

/// <summary>How an instance leaves: configuration section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Shutdown";

    /// <summary>How long requests are still taken after readiness is gone: what a load balancer needs to notice. In Development zero by default.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromSeconds(5);
}
