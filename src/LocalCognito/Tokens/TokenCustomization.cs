namespace CognitoAuth.LocalCognito.Tokens;

/// <summary>The changes that the trigger <c>PreTokenGeneration</c> makes to the claims.</summary>
internal sealed class TokenCustomization(PreTokenGenerationResponse? response)
{
    // These claims identify the token and its user. No trigger can change them.
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "acr", "amr", "at_hash", "aud", "auth_time", "azp", "client_id", "cognito:username", "device_key", "event_id", "exp", "iat", "iss", "jti", "nbf", "nonce",
        "origin_jti", "scope", "sub", "token_use", "username", "version", Groups,
    };

    private const string Groups = "cognito:groups";

    public static TokenCustomization None { get; } = new(response: null);

    public void ApplyToAccess(OrderedDictionary<string, object> claims)
    {
        ApplyGroups(claims);
        if (response?.AccessTokenGeneration is not { } changes) return;
        Apply(claims, changes);
        var scopes = ((string)claims["scope"]).Split(' ').Concat(changes.ScopesToAdd).Except(changes.ScopesToSuppress, StringComparer.Ordinal);
        claims["scope"] = string.Join(' ', scopes);
    }

    public void ApplyToId(OrderedDictionary<string, object> claims)
    {
        ApplyGroups(claims);
        if (response?.GroupOverrideDetails?.IamRolesToOverride is { } roles) claims["cognito:roles"] = roles;
        if (response?.GroupOverrideDetails?.PreferredRole is { } role) claims["cognito:preferred_role"] = role;
        if (response?.IdTokenGeneration is { } changes) Apply(claims, changes);
    }

    private static void Apply(OrderedDictionary<string, object> claims, TokenGeneration changes)
    {
        foreach (var (name, value) in changes.ClaimsToAddOrOverride.Where(claim => !Reserved.Contains(claim.Key))) claims[name] = value;
        foreach (var name in changes.ClaimsToSuppress.Where(name => !Reserved.Contains(name))) claims.Remove(name);
    }

    private void ApplyGroups(OrderedDictionary<string, object> claims)
    {
        if (response?.GroupOverrideDetails?.GroupsToOverride is not { } groups) return;
        claims.Remove(Groups);
        if (groups.Count > 0) claims[Groups] = groups;
    }
}
