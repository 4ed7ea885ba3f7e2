namespace CognitoAuth.LocalCognito.Operations.Machine;

internal sealed record GetClientTokenRequest(string ClientId, string Secret, IReadOnlyList<string>? Scopes, IReadOnlyDictionary<string, string>? ClientMetadata);

internal sealed record GetClientTokenResponse(ClientAuthenticationResultType ClientAuthenticationResult);

internal sealed record ClientAuthenticationResultType(string AccessToken, int ExpiresIn, string TokenType);

/// <summary>Issues an access token to a machine client.</summary>
internal sealed class GetClientToken : PublicOperation<GetClientTokenRequest>
{
    protected override object Execute(LocalUserPool pool, GetClientTokenRequest request)
    {
        var client = pool.Client(request.ClientId);
        // The same message for both, as in Cognito.
        if (!client.IsMachine || !client.MatchesSecret(request.Secret)) throw CognitoException.NotAuthorized("Invalid client or secret");
        var scopes = request.Scopes is { Count: > 0 } asked ? asked : [.. client.Options.AllowedOAuthScopes];
        if (!scopes.All(scope => client.Options.AllowedOAuthScopes.Contains(scope, StringComparer.Ordinal)))
        {
            throw CognitoException.InvalidParameter("The client does not have a scope that was asked for.");
        }
        return new GetClientTokenResponse(new ClientAuthenticationResultType(pool.Tokens.IssueToMachine(client, scopes), (int)client.Options.AccessTokenValidity.TotalSeconds, "Bearer"));
    }
}
