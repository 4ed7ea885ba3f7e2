using Microsoft.OpenApi;

namespace CognitoAuth.Api.OpenApi;

/// <summary>
/// Describes polymorphic responses in the form that client generators support: one of several named schemas, with a member that identifies the schema. The framework writes <c>anyOf</c>, does not require
/// that member, and names each shape after the base and itself.
/// </summary>
internal static class Unions
{
    public static void Rewrite(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        foreach (var (name, union) in schemas.Where(entry => entry.Value is { Discriminator: not null, AnyOf: not null }).ToList())
        {
            var shapes = union.Discriminator!.Mapping!.ToDictionary(shape => shape.Key, shape => NameOf(shape.Value, name), StringComparer.Ordinal);
            foreach (var reference in union.Discriminator.Mapping!.Values)
            {
                schemas.Remove(reference.Reference.Id!, out var shape);
                var described = (OpenApiSchema)shape!;
                described.Type = JsonSchemaType.Object;
                (described.Required ??= new HashSet<string>(StringComparer.Ordinal)).Add(union.Discriminator.PropertyName!);
                schemas[NameOf(reference, name)] = described;
            }

            schemas[name] = new OpenApiSchema
            {
                Description = union.Description,
                OneOf = [.. shapes.Values.Select(shape => new OpenApiSchemaReference(shape, document))],
                Discriminator = new OpenApiDiscriminator
                {
                    PropertyName = union.Discriminator.PropertyName,
                    Mapping = shapes.ToDictionary(shape => shape.Key, shape => new OpenApiSchemaReference(shape.Value, document), StringComparer.Ordinal),
                },
            };
        }
    }

    private static string NameOf(OpenApiSchemaReference shape, string union) => shape.Reference.Id![union.Length..];
}
