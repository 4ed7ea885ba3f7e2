namespace CognitoAuth.Infrastructure.Tokens;

/// <summary>What the verifier must know of the user pool.</summary>
/// <param name="UserPool">The user pool.</param>
/// <param name="Issuers">The accepted values of <c>iss</c>.</param>
/// <param name="ClientIds">The app clients whose tokens are accepted: the values of <c>client_id</c>.</param>
/// <param name="JwksUri">Where the pool's signing keys are.</param>
internal sealed record TokenSettings(UserPoolId UserPool, IReadOnlyCollection<string> Issuers, IReadOnlyCollection<string> ClientIds, Uri JwksUri);
