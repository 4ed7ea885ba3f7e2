using System.Text.Json;
using System.Text.Json.Serialization;
using CognitoAuth.Api.Http.Json;
using CognitoAuth.Domain;
using Microsoft.Extensions.Caching.Distributed;

namespace MagicLink;

/// <summary>
/// The sign-ins that wait for their link to be opened, by the link's id. The host keeps them instead of the client, so that a link that was requested on one device can be opened on another.
/// The kept session signs nobody in: the pool also requires the link's secret.
/// </summary>
internal sealed class PendingSignIns(IDistributedCache cache)
{
    // The longest time that a pool keeps a sign-in open.
    private static readonly DistributedCacheEntryOptions Lifetime = new() { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(15) };

    public Task Keep(string linkId, PendingSignIn signIn, CancellationToken cancellationToken) =>
        cache.SetAsync(Key(linkId), JsonSerializer.SerializeToUtf8Bytes(signIn), Lifetime, cancellationToken);

    public async Task<PendingSignIn?> Find(string linkId, CancellationToken cancellationToken) =>
        await cache.GetAsync(Key(linkId), cancellationToken) is { } signIn ? JsonSerializer.Deserialize<PendingSignIn>(signIn) : null;

    private static string Key(string linkId) => $"magic-link:{linkId}";
}

/// <summary>The challenge that the link's secret answers.</summary>
internal sealed record PendingSignIn(string Challenge, [property: JsonConverter(typeof(SecretJsonConverter))] Secret Session, string Username);
