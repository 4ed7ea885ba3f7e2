namespace CognitoAuth.Domain;

/// <summary>The id of the user pool, such as <c>eu-west-1_AbCdEfGhI</c>.</summary>
/// <param name="Value">The id as AWS shows it.</param>
public sealed record UserPoolId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
