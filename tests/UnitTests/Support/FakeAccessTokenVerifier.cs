using CognitoAuth.Application.Ports;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Accepts only the tokens that the test added.</summary>
internal sealed class FakeAccessTokenVerifier : IAccessTokenVerifier
{
    private readonly Dictionary<Secret, (VerifiedToken Token, bool IsExpired)> _tokens = [];

    /// <summary>There are no signing keys.</summary>
    public bool HasNoKeys { get; set; }

    /// <summary>Adds a token with its text.</summary>
    public FakeAccessTokenVerifier Knows(string text, VerifiedToken token, bool isExpired = false)
    {
        _tokens[new Secret(text)] = (token, isExpired);
        return this;
    }

    public ValueTask<Result<VerifiedToken>> Verify(Secret token, bool acceptExpired = false, CancellationToken cancellationToken = default) => ValueTask.FromResult<Result<VerifiedToken>>(
        HasNoKeys ? AuthErrors.KeysUnavailable
        : !_tokens.TryGetValue(token, out var known) ? AuthErrors.InvalidToken.Because("forged")
        : known.IsExpired && !acceptExpired ? AuthErrors.InvalidToken.Because("expired")
        : known.Token);

    // Needs no keys, only the claims.
    public Result<VerifiedToken> ReadIssued(Secret token) => _tokens.TryGetValue(token, out var known) ? known.Token : AuthErrors.InvalidToken.Because("unreadable");
}
