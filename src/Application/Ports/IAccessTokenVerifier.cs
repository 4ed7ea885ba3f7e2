namespace CognitoAuth.Application.Ports;

/// <summary>Verifies access tokens of the user pool without a call to Cognito. It does not check sign-outs: see <see cref="IRevocations"/>.</summary>
public interface IAccessTokenVerifier
{
    /// <summary>Verifies a token: form, signature, issuer, use, client and times (RFC 8725, ASVS 9.1 and 9.2).</summary>
    /// <param name="token">The token as it was presented.</param>
    /// <param name="acceptExpired">Accepts a token that is valid except for its <c>exp</c>: users sign out late.</param>
    /// <param name="cancellationToken">Ends the wait for signing keys.</param>
    /// <returns>The claims; <see cref="AuthErrors.InvalidToken"/> with the reason for the log; <see cref="AuthErrors.KeysUnavailable"/> if no signing keys are loaded.</returns>
    ValueTask<Result<VerifiedToken>> Verify(Secret token, bool acceptExpired = false, CancellationToken cancellationToken = default);

    /// <summary>
    /// Reads the claims of an access token that Cognito has just returned. It checks the form and the claims, and not the signature: the TLS connection authenticates Cognito, and users must be able to
    /// sign in while the signing keys are unavailable.
    /// </summary>
    /// <returns>The claims; <see cref="AuthErrors.InvalidToken"/> with the reason for the log.</returns>
    Result<VerifiedToken> ReadIssued(Secret token);
}
