namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The token of an app client.</summary>
public class ClientAuthenticationResultType
{
    /// <summary>The access token. Secret.</summary>
    public string? AccessToken { get; set; }

    /// <summary>The token's life in seconds.</summary>
    public int? ExpiresIn { get; set; }

    /// <summary>`Bearer`.</summary>
    public string? TokenType { get; set; }
}
