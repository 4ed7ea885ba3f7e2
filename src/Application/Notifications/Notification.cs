
namespace CognitoAuth.Application.Notifications;

/// <summary>Something that happened with certainty. Implement <see cref="ISubscriber{TNotification}"/> to subscribe to one. It contains no secret.</summary>
public abstract record Notification
{
    /// <summary>When it was published, by this API's clock. Set by the publisher.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The address of the client that caused it, from trusted proxies only. Set by the publisher.</summary>
    public string? IpAddress { get; init; }

    /// <summary>What the client sent for the pool's triggers, such as a locale. Not verified. Set by the publisher.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; init; }
}
