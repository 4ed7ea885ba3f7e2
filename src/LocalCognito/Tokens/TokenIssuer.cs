using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito.Clients;

namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>Issues the tokens of a sign-in and of its refreshes, with Cognito's claims (<c>docs/cognito.md#tokens</c>).</summary>
internal sealed class TokenIssuer(LocalUserPool pool)
{
    public const string UserScope = "aws.cognito.signin.user.admin";

    /// <summary>Calls the trigger. It runs before a session is spent, so that a failing trigger does not end the session.</summary>
    public TokenCustomization Customize(string source, LocalUser user, AppClient client, IReadOnlyDictionary<string, string>? clientMetadata) =>
        pool.Triggers.PreTokenGeneration is not { } trigger
            ? TokenCustomization.None
            : new TokenCustomization(TriggerCall.Run("PreTokenGeneration", trigger, new PreTokenGenerationRequest(TriggerContext.Of(source, pool, client, user, clientMetadata))
            {
                Groups = [.. user.Groups],
                Scopes = [UserScope],
            }));

    /// <param name="user">The user who signed in.</param>
    /// <param name="client">The client of the sign-in.</param>
    /// <param name="device">The user's device, if it was verified. Any other device receives new keys in pools that track devices.</param>
    /// <param name="customization">The trigger's changes.</param>
    public AuthenticationResultType SignIn(LocalUser user, AppClient client, LocalDevice? device, TokenCustomization customization)
    {
        var newKey = device is null && pool.Options.DeviceConfiguration is not null ? $"{pool.Region}_{Guid.NewGuid()}" : null;
        device?.LastAuthenticatedAt = pool.Now;
        var family = user.Sessions.Start(client, pool.Now, device?.Key ?? newKey);
        if (pool.Options.UserSessionTracking) user.Sessions.Trim(pool.Options.MaxSessionsPerUser, pool.Now);
        var tokens = Issue(user, family, pool.RefreshTokens.Write(new RefreshTokenContent(user.Sub, family.EventId, Number: 0)), customization);
        return newKey is null ? tokens : tokens with { NewDeviceMetadata = new NewDeviceMetadataType(newKey, pool.DeviceGroupKey) };
    }

    /// <param name="user">The family's user.</param>
    /// <param name="family">The sign-in to refresh.</param>
    /// <param name="replacement">The number of the new refresh token. Null keeps the old token valid, and the response contains no refresh token.</param>
    /// <param name="customization">The trigger's changes.</param>
    public AuthenticationResultType Refresh(LocalUser user, TokenFamily family, int? replacement, TokenCustomization customization)
    {
        family.LastActiveAt = pool.Now;
        return Issue(user, family, replacement is { } number ? pool.RefreshTokens.Write(new RefreshTokenContent(user.Sub, family.EventId, number)) : null, customization);
    }

    /// <summary>Issues an access token to a machine client. It has no user and cannot be revoked.</summary>
    /// <param name="client">The machine client.</param>
    /// <param name="scopes">The granted scopes.</param>
    public string IssueToMachine(AppClient client, IEnumerable<string> scopes)
    {
        var now = pool.Now.ToUnixTimeSeconds();
        return Sign(pool.Keys.Access, new OrderedDictionary<string, object>(StringComparer.Ordinal)
        {
            ["sub"] = client.Id,
            ["token_use"] = "access",
            ["scope"] = string.Join(' ', scopes),
            ["auth_time"] = now,
            ["iss"] = pool.Issuer,
            ["exp"] = now + (long)client.Options.AccessTokenValidity.TotalSeconds,
            ["iat"] = now,
            ["version"] = 2,
            ["jti"] = Guid.NewGuid().ToString(),
            ["client_id"] = client.Id,
        });
    }

    private AuthenticationResultType Issue(LocalUser user, TokenFamily family, string? refreshToken, TokenCustomization customization)
    {
        var options = family.Client.Options;
        var access = AccessClaims(user, family);
        customization.ApplyToAccess(access);
        var id = IdClaims(user, family);
        customization.ApplyToId(id);
        return new AuthenticationResultType(
            Sign(pool.Keys.Access, access), (int)options.AccessTokenValidity.TotalSeconds, "Bearer", refreshToken, Sign(pool.Keys.Id, id));
    }

    private OrderedDictionary<string, object> AccessClaims(LocalUser user, TokenFamily family)
    {
        var claims = StartClaims(user);
        if (family.DeviceKey is { } deviceKey) claims["device_key"] = deviceKey;
        claims["iss"] = pool.Issuer;
        claims["client_id"] = family.Client.Id;
        if (family.Client.Options.EnableTokenRevocation) claims["origin_jti"] = family.OriginJti;
        claims["event_id"] = family.EventId;
        claims["token_use"] = "access";
        claims["scope"] = UserScope;
        AddTimes(claims, family, family.Client.Options.AccessTokenValidity);
        claims["username"] = user.Username;
        return claims;
    }

    private OrderedDictionary<string, object> IdClaims(LocalUser user, TokenFamily family)
    {
        var claims = StartClaims(user);
        foreach (var (name, value) in user.Attributes.Where(attribute => attribute.Value.Length > 0))
        {
            claims[name] = name is "email_verified" or "phone_number_verified" ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : value;
        }
        claims["iss"] = pool.Issuer;
        claims["cognito:username"] = user.Username;
        if (family.Client.Options.EnableTokenRevocation) claims["origin_jti"] = family.OriginJti;
        claims["aud"] = family.Client.Id;
        claims["event_id"] = family.EventId;
        claims["token_use"] = "id";
        AddTimes(claims, family, family.Client.Options.IdTokenValidity);
        return claims;
    }

    private static OrderedDictionary<string, object> StartClaims(LocalUser user)
    {
        OrderedDictionary<string, object> claims = new(StringComparer.Ordinal) { ["sub"] = user.Sub };
        if (user.Groups.Count > 0) claims["cognito:groups"] = user.Groups;
        return claims;
    }

    private void AddTimes(OrderedDictionary<string, object> claims, TokenFamily family, TimeSpan validity)
    {
        var issuedAt = pool.Now.ToUnixTimeSeconds();
        claims["auth_time"] = family.SignedInAt.ToUnixTimeSeconds();
        claims["exp"] = issuedAt + (long)validity.TotalSeconds;
        claims["iat"] = issuedAt;
        if (family.Client.Options.EnableTokenRevocation) claims["jti"] = Guid.NewGuid().ToString();
    }

    private static string Sign(SigningKey key, OrderedDictionary<string, object> claims)
    {
        // Only kid and alg: the headers of Cognito's tokens have no typ.
        var header = JsonSerializer.SerializeToUtf8Bytes(new { kid = key.Id, alg = "RS256" }, CognitoJson.Options);
        var signed = $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims, CognitoJson.Options))}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}
