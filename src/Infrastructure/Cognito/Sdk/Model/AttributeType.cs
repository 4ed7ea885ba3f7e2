namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>One attribute of a user.</summary>
public class AttributeType
{
    /// <summary>1 to 32 characters; custom attributes start with <c>custom:</c>. Required.</summary>
    public string? Name { get; set; }

    /// <summary>Up to 2048 characters; booleans and numbers are text too.</summary>
    public string? Value { get; set; }
}
