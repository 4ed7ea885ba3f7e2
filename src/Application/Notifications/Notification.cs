
namespace CognitoAuth.Application.Notifications;

/// <summary>
/// Something that surely happened. A class that implements <see cref="ISubscriber{TNotification}"/> for one of these subscribes to it; scanning finds it. It carries no secret.
/// </summary>
public abstract record Notification
{
    /// <summary>When it was published, by this API's clock. Set by the publisher.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The address of the client that caused it, from trusted proxies only. Set by the publisher.</summary>
    public string? IpAddress { get; init; }

    /// <summary>What the client sent for the pool's triggers: a locale, say. It is the client's word. Set by the publisher.</summary>
    public IReadOnlyDictionary<string, string>? ClientMetadata { get; init; }
}
