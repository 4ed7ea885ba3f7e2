namespace CognitoAuth.Domain;

/// <summary>A user's own profile (Cognito's <c>GetUser</c>).</summary>
/// <param name="Username">The name in the pool.</param>
/// <param name="Attributes">All attributes, <c>sub</c> among them.</param>
/// <param name="PreferredMfa">Cognito's name of the preferred second factor.</param>
/// <param name="EnabledMfa">Cognito's names of the second factors that are on.</param>
public sealed record UserProfile(string Username, IReadOnlyDictionary<string, string> Attributes, string? PreferredMfa, IReadOnlyList<string> EnabledMfa);
