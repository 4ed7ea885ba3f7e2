namespace CognitoAuth.Application.Notifications;

/// <summary>An account was created. Whoever did it need not own the address: that shows with <see cref="SignUpConfirmed"/>. Not published for a taken name, whatever the caller was answered.</summary>
/// <param name="Username">As the caller chose it.</param>
/// <param name="Subject">The user's <c>sub</c>, where Cognito told it.</param>
/// <param name="IsConfirmed">Whether the pool confirmed the account at once: then no <see cref="SignUpConfirmed"/> follows.</param>
public sealed record SignedUp(string Username, string? Subject, bool IsConfirmed) : Notification
{
    /// <summary>The user attributes as the caller sent them, unverified.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
