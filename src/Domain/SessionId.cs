using System.Globalization;

namespace CognitoAuth.Domain;

/// <summary>One sign-in of one user, with all the tokens that came of it.</summary>
/// <param name="Value">What identifies it; not a secret.</param>
public readonly record struct SessionId(string Value)
{
    /// <summary>
    /// <c>origin_jti</c>; where the pool issues none (token revocation off), <c>sub</c> and <c>auth_time</c>, which name a sign-in to the second. Not <c>jti</c>: a refresh mints the next.
    /// </summary>
    public static SessionId Of(VerifiedToken token) =>
        new(token.OriginJti ?? string.Create(CultureInfo.InvariantCulture, $"{token.Subject}@{token.AuthTime.ToUnixTimeSeconds()}"));

    /// <inheritdoc/>
    public override string ToString() => Value;
}
