using System.Text.Json.Nodes;
using CognitoAuth.Domain;
using CognitoAuth.Tests.Shared;
using CognitoAuth.UnitTests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace CognitoAuth.UnitTests.Infrastructure.Tokens;

/// <summary>Properties of any text; <see cref="HostileTokens"/> has known attacks.</summary>
public sealed class AccessTokenVerifierPropertyTests(TestVerifier pool) : IClassFixture<TestVerifier>
{
    private static readonly string[] Claims = ["sub", "iss", "client_id", "token_use", "scope", "auth_time", "exp", "iat", "nbf", "jti", "origin_jti", "username", "cognito:groups", "other"];

    [PropertyOfMany(2_000)]
    public async Task Any_text_is_refused(string? text) => ShouldBeRefused(await pool.Verify(text ?? ""));

    [PropertyOfMany(2_000, Arbitrary = [typeof(Edits)])]
    public async Task A_token_is_accepted_as_it_was_issued_and_in_no_other_form(Edit[] edits)
    {
        var issued = TokenForge.Sign(pool.Forge.Payload());
        var edited = edits.Aggregate(issued, (text, edit) => edit.Apply(text));

        var verified = await pool.Verify(edited);

        if (string.Equals(edited, issued, StringComparison.Ordinal)) verified.Error.ShouldBeNull();
        else ShouldBeRefused(verified);
    }

    // Signed by the pool's own key: only the claims can refuse it.
    [PropertyOfMany(2_000, Arbitrary = [typeof(Json)])]
    public async Task The_result_for_an_accepted_token_has_its_claims(NonNegativeInt claim, Json value)
    {
        var payload = JsonNode.Parse(pool.Forge.Payload(members => members[Claims[claim.Get % Claims.Length]] = JsonNode.Parse(value.Text)))!.AsObject();

        var verified = await pool.Verify(TokenForge.Sign(payload.ToJsonString()));

        if (verified.IsFailure(out _, out var token))
        {
            ShouldBeRefused(verified);
            return;
        }

        token.Subject.ShouldBe((string?)payload["sub"]);
        token.ClientId.ShouldBe((string?)payload["client_id"]);
        token.Username.ShouldBe((string?)payload["username"]);
        token.OriginJti.ShouldBe((string?)payload["origin_jti"]);
        token.Groups.ShouldBe(payload["cognito:groups"]!.AsArray().Select(group => (string)group!));
        string.Join(' ', token.Scopes).ShouldBe(string.Join(' ', ((string)payload["scope"]!).Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        token.ExpiresAt.ToUnixTimeSeconds().ShouldBe((long)payload["exp"]!);
        token.IssuedAt.ToUnixTimeSeconds().ShouldBe((long)payload["iat"]!);
        token.AuthTime.ToUnixTimeSeconds().ShouldBe((long)payload["auth_time"]!);
        token.ExpiresAt.ShouldBeGreaterThan(pool.Time.GetUtcNow());
    }

    [PropertyOfMany(1_000, Arbitrary = [typeof(Json)])]
    public async Task Any_header_and_any_payload_that_is_not_cognitos_is_refused(Json json)
    {
        ShouldBeRefused(await pool.Verify(TokenForge.Sign(json.Text)));
        ShouldBeRefused(await pool.Verify(TokenForge.Sign(pool.Forge.Payload(), json.Text)));
    }

    private static void ShouldBeRefused(Result<VerifiedToken> verified)
    {
        var error = verified.Error.ShouldNotBeNull();
        error.Is(AuthErrors.InvalidToken).ShouldBeTrue();
        error.Reason.ShouldNotBeNullOrEmpty();
    }

    /// <summary>One change of a text at a place.</summary>
    public sealed record Edit(Func<string, string> Apply, string Name)
    {
        /// <inheritdoc/>
        public override string ToString() => Name;
    }

    /// <summary>Changes as a bad copy, a careless proxy or an attacker makes them.</summary>
    public static class Edits
    {
        private const string Characters = "AZaz09-_=.+/ %\n\0\"{}é";

        /// <summary>Called by the framework.</summary>
        public static Arbitrary<Edit[]> Arbitrary() => OneEdit().NonEmptyListOf().Select(edits => edits.Take(3).ToArray()).ToArbitrary();

        private static Gen<Edit> OneEdit() =>
            from place in Gen.Choose(0, 1_000)
            from length in Gen.Choose(1, 20)
            from character in Gen.Elements(Characters.ToCharArray())
            from kind in Gen.Choose(0, 6)
            select new Edit(
                text =>
                {
                    var at = Math.Min(place * text.Length / 1_000, text.Length);
                    var some = Math.Min(length, text.Length - at);
                    return kind switch
                    {
                        0 => text.Insert(at, character.ToString()),
                        1 => text.Remove(at, some),
                        2 => text[..at] + character + text[Math.Min(at + 1, text.Length)..],
                        3 => text.Insert(at, text.Substring(at, some)),
                        4 => text + new string('=', length % 4),
                        5 => text[..at] + text[at..].ToUpperInvariant(),
                        _ => string.Join('.', text.Split('.').Reverse()),
                    };
                },
                $"edit {kind} at {place}/1000, {length} long, with '{character}'");
    }

    /// <summary>Any JSON value.</summary>
    public sealed record Json(string Text)
    {
        /// <summary>Called by the framework.</summary>
        public static Arbitrary<Json> Arbitrary() => Value(3).Select(node => new Json(node?.ToJsonString() ?? "null")).ToArbitrary();

        private static Gen<JsonNode?> Value(int depth)
        {
            var leaf = Gen.OneOf(
                Gen.Constant<JsonNode?>(null),
                Gen.Elements(true, false).Select(value => (JsonNode?)JsonValue.Create(value)),
                Gen.Elements(0L, 1L, -1L, long.MaxValue, long.MinValue, 1_772_600_000L, 1_772_700_000L).Select(value => (JsonNode?)JsonValue.Create(value)),
                Gen.Elements(0.5, 1e300, -0.0).Select(value => (JsonNode?)JsonValue.Create(value)),
                Gen.Elements("", "access", "id", TokenForge.ClientId, TokenForge.Issuer, TokenForge.Subject, "1772700000", "a b", "\u0000", "é", new string('x', 5_000)).Select(value => (JsonNode?)JsonValue.Create(value)));
            if (depth == 0) return leaf;

            var inner = Value(depth - 1);
            return Gen.Frequency(
                (3, leaf),
                (1, inner.ListOf().Select(items => (JsonNode?)new JsonArray([.. items.Take(4).Select(item => item?.DeepClone())]))),
                (1, inner.ListOf().Select(items => (JsonNode?)new JsonObject(items.Take(4).Select((item, index) => KeyValuePair.Create($"m{index}", item?.DeepClone()))))));
        }
    }
}
