using System.Buffers.Text;
using System.Text.Json;
using CognitoAuth.LocalCognito.Testing;
using CognitoAuth.LocalCognito.Tokens;

namespace CognitoAuth.LocalCognito.Wire;

/// <summary><c>GET /{poolId}/.well-known/…</c>: signing keys and discovery (<c>docs/cognito.md#signing-keys</c>).</summary>
internal sealed class WellKnownEndpoint(LocalUserPool pool, KeyPublication publication)
{
    /// <returns>Null for an unknown path.</returns>
    public async Task<WireResponse?> RespondAsync(string path, CancellationToken cancellation)
    {
        if (path == $"/{pool.Id}/.well-known/jwks.json") return await KeysAsync(cancellation);
        return path == $"/{pool.Id}/.well-known/openid-configuration" ? Json(200, Discovery()) : null;
    }

    private async Task<WireResponse> KeysAsync(CancellationToken cancellation)
    {
        var keys = publication.Publish();
        await publication.WhileHanging(cancellation);
        return publication.Mode switch
        {
            JwksMode.Empty => Json(200, new { keys = Array.Empty<object>() }),
            JwksMode.Garbage => new WireResponse(200, "application/json", "<html>Not what you asked for</html>"u8.ToArray()),
            JwksMode.ServerError => Json(500, new { message = "Internal Server Error" }),
            _ => Json(200, new { keys = keys.Select(Describe) }),
        };
    }

    private static object Describe(SigningKey key) => new
    {
        alg = "RS256",
        e = Base64Url.EncodeToString(key.Exponent),
        kid = key.Id,
        kty = "RSA",
        n = Base64Url.EncodeToString(key.Modulus),
        use = "sig",
    };

    private object Discovery() => new
    {
        authorization_endpoint = $"{pool.Issuer}/oauth2/authorize",
        end_session_endpoint = $"{pool.Issuer}/logout",
        id_token_signing_alg_values_supported = (string[])["RS256"],
        issuer = pool.Issuer,
        jwks_uri = $"{pool.Issuer}/.well-known/jwks.json",
        response_types_supported = (string[])["code", "token"],
        revocation_endpoint = $"{pool.Issuer}/oauth2/revoke",
        scopes_supported = (string[])["openid", "email", "phone", "profile"],
        subject_types_supported = (string[])["public"],
        token_endpoint = $"{pool.Issuer}/oauth2/token",
        token_endpoint_auth_methods_supported = (string[])["client_secret_basic", "client_secret_post"],
        userinfo_endpoint = $"{pool.Issuer}/oauth2/userInfo",
    };

    private static WireResponse Json(int status, object document) => new(status, "application/json", JsonSerializer.SerializeToUtf8Bytes(document));
}
