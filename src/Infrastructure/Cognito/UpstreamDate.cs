using System.Net.Http.Headers;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// Cognito's clock, as the <c>Date</c> header of its answers tells it: whole seconds. Sign-out everywhere compares it with <c>auth_time</c>,
/// which is Cognito's clock too.
/// </summary>
/// <example><code>
/// var date = UpstreamDate.Begin();
/// await client.GlobalSignOutAsync(request, cancellationToken);
/// var signedOutAt = date.Value;
/// </code></example>
public sealed class UpstreamDate
{
    private static readonly AsyncLocal<UpstreamDate?> Current = new();

    private UpstreamDate()
    {
    }

    /// <summary>The date of the last answer since <see cref="Begin"/>; null while there is none, or where the answer carried no date.</summary>
    public DateTimeOffset? Value { get; private set; }

    /// <summary>Begins to record the dates of the answers to what the caller calls from here on; until its own method returns, when asynchronous.</summary>
    public static UpstreamDate Begin() => Current.Value = new UpstreamDate();

    /// <summary>Tells the caller who has begun to record, if any, the date of an answer.</summary>
    internal static void Record(HttpResponseHeaders headers)
    {
        if (Current.Value is { } listener)
            listener.Value = headers.Date;
    }
}
