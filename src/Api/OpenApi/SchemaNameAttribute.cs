namespace CognitoAuth.Api.OpenApi;

/// <summary>The name of a type's schema in the contract, if it differs from the type's own name. Clients are generated from it, so it stays when the type is renamed.</summary>
/// <param name="name">The name, without a namespace.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Enum, Inherited = false)]
public sealed class SchemaNameAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
