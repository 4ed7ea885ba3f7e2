namespace CognitoAuth.Application.Notifications;

/// <summary>An account was created. Its creator may not own the address: only <see cref="SignUpConfirmed"/> proves it. Not published for a taken name, even if the response was the same.</summary>
/// <param name="Username">As the caller chose it.</param>
/// <param name="Subject">The user's <c>sub</c>, if Cognito returned it.</param>
/// <param name="IsConfirmed">Whether the pool confirmed the account immediately: then no <see cref="SignUpConfirmed"/> follows.</param>
public sealed record SignedUp(string Username, string? Subject, bool IsConfirmed) : Notification
{
    /// <summary>The user attributes as the caller sent them, unverified.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }
}
