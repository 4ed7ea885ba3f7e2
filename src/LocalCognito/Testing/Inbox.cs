namespace CognitoAuth.LocalCognito.Testing;

/// <summary>A message that a real pool would have sent.</summary>
/// <param name="At">When, by the pool's clock.</param>
/// <param name="Username">The stored user name.</param>
/// <param name="Kind"><c>sign_up</c>, <c>resend</c>, <c>forgot_password</c>, <c>verify_attribute</c>, <c>mfa</c>, <c>otp</c> or <c>admin_create_user</c>; a message that your trigger sends has the kind that the trigger sets.</param>
/// <param name="Medium"><c>EMAIL</c> or <c>SMS</c>.</param>
/// <param name="Destination">The full address or number.</param>
/// <param name="Code">The code, or the temporary password.</param>
public sealed record InboxMessage(DateTimeOffset At, string Username, string Kind, string Medium, string Destination, string Code);

/// <summary>The newest ten thousand messages of the pool, newest first.</summary>
public sealed class Inbox
{
    private const int Capacity = 10_000;

    private readonly Lock _gate = new();
    private readonly LinkedList<InboxMessage> _messages = new();

    /// <summary>Called for each message when it is sent, inside the pool's lock. It must be quick and must not call the pool.</summary>
    public Action<InboxMessage>? Sent { get; set; }

    /// <summary>The messages of one user, newest first.</summary>
    /// <param name="username">The stored user name, or the address or number that messages go to; case does not matter.</param>
    public IReadOnlyList<InboxMessage> Of(string username)
    {
        lock (_gate)
        {
            return [.. _messages.Where(message =>
                message.Username.Equals(username, StringComparison.OrdinalIgnoreCase)
                || message.Destination.Equals(username, StringComparison.OrdinalIgnoreCase))];
        }
    }

    /// <summary>The newest code that the user received.</summary>
    /// <exception cref="InvalidOperationException">The user received no message.</exception>
    public string LatestCode(string username) =>
        Of(username) is [var newest, ..] ? newest.Code : throw new InvalidOperationException($"No message was sent to {username}.");

    internal void Add(InboxMessage message)
    {
        lock (_gate)
        {
            _messages.AddFirst(message);
            if (_messages.Count > Capacity) _messages.RemoveLast();
        }

        Sent?.Invoke(message);
    }
}
