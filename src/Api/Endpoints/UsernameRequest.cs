namespace CognitoAuth.Api.Endpoints;

/// <summary>A request for a code.</summary>
/// <param name="Username">The account's name.</param>
/// <param name="ClientMetadata">For the pool's triggers; at most 20 entries.</param>
public sealed record UsernameRequest(string? Username, IReadOnlyDictionary<string, string>? ClientMetadata) : IHasClientMetadata;
