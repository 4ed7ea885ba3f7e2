namespace CognitoAuth.Api.Endpoints;

/// <summary>A request for a code.</summary>
/// <param name="Username">The username or an alias of the account.</param>
/// <param name="ClientMetadata">Passed to the pool's triggers; at most 20 entries.</param>
public sealed record UsernameRequest(string? Username, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;
