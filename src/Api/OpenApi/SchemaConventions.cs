using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CognitoAuth.Api.OpenApi;

/// <summary>Adds to a type's schema what its shape does not show: that a member is secret, and what the flow's validator requires of the members of its body.</summary>
internal static class SchemaConventions
{
    private const string SecretFormat = "password";

    // Described at each member: a reference could not have a limit, and a shared schema would be less specific than the member.
    private static readonly Type[] Inline = [typeof(Secret), typeof(JsonText), typeof(JsonElement)];

    /// <summary>The name of a type's schema; <see langword="null"/> for a type that is described where it is used.</summary>
    public static string? NameOf(JsonTypeInfo type) => Underlying(type.Type) switch
    {
        var inline when Inline.Contains(inline) => null,
        var named => named.GetCustomAttribute<SchemaNameAttribute>()?.Name ?? OpenApiOptions.CreateDefaultSchemaReferenceId(type),
    };

    public static Task Apply(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Underlying(context.JsonTypeInfo.Type);
        if (type == typeof(Secret)) (schema.Type, schema.Format) = (JsonSchemaType.String, SecretFormat);
        // The framework also calls the transformer for nested schemas, without a member.
        if ((type == typeof(JsonText) || type == typeof(JsonElement)) && context.JsonPropertyInfo is not null) (schema.Type, schema.AdditionalProperties) = (JsonSchemaType.Object, new OpenApiSchema());
        if (type.IsEnum) (schema.Type, schema.Enum) = (JsonSchemaType.String, [.. (schema.Enum ?? []).Where(value => value is not null)]);

        if (AttributesOf(context).OfType<AllowedValuesAttribute>().FirstOrDefault() is { } allowed) schema.Enum = [.. allowed.Values.Select(value => JsonValue.Create((string?)value)!)];
        if (context.JsonTypeInfo.Kind is JsonTypeInfoKind.Object && schema.Properties is not null) schema.Required = RequiredOf(context.JsonTypeInfo, context.ApplicationServices);
        if (context.JsonPropertyInfo is { } member) DescribeMember(schema, member, context.ApplicationServices);
        return Task.CompletedTask;
    }

    /// <summary>Removes null from the types of members: members without a value are left out of requests and responses, but the generator also allows null.</summary>
    public static void LeaveOutNulls(OpenApiSchema schema)
    {
        foreach (var (name, member) in schema.Properties?.ToList() ?? [])
        {
            if (member is OpenApiSchema { Type: { } type } inline) inline.Type = type & ~JsonSchemaType.Null;
            schema.Properties![name] = WithoutNull(member);
        }
    }

    /// <summary>The schema without the alternative null.</summary>
    public static IOpenApiSchema WithoutNull(IOpenApiSchema schema) => schema.OneOf is [{ Type: JsonSchemaType.Null }, var only] ? only : schema;

    /// <summary>
    /// The members that are never absent: in a response all that cannot be null; in a body those that its flow declares as not null. The members of the body itself can be null
    /// so that the validator can report what is missing.
    /// </summary>
    private static HashSet<string>? RequiredOf(JsonTypeInfo type, IServiceProvider services)
    {
        var nullability = new NullabilityInfoContext();
        var needed = EndpointsWith(type.Type, services).SelectMany(endpoint => endpoint.Flow?.GetProperties() ?? [])
            .Where(property => !property.PropertyType.IsValueType && nullability.Create(property).ReadState is NullabilityState.NotNull)
            .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)).ToHashSet(StringComparer.Ordinal);
        var required = type.Properties
            .Where(member => !member.IsGetNullable || needed.Contains(member.Name) || member.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) is true)
            .Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return required.Count == 0 ? null : required;
    }

    private static void DescribeMember(OpenApiSchema schema, JsonPropertyInfo member, IServiceProvider services)
    {
        // The schema exporter cannot describe types with a converter.
        if (member.PropertyType.GenericTypeArguments is [_, var values] && values == typeof(Secret)) schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String, Format = SecretFormat };
        if (member.AttributeProvider is PropertyInfo property && schema.AdditionalProperties is OpenApiSchema { Type: { } valueType } value
            && new NullabilityInfoContext().Create(property).GenericTypeArguments is [_, { ReadState: NullabilityState.Nullable }])
        {
            value.Type = valueType | JsonSchemaType.Null;
        }

        var rules = EndpointsWith(member.DeclaringType, services).SelectMany(endpoint => endpoint.Rules)
            .Where(rule => rule.PropertyName is { } name && JsonNamingPolicy.CamelCase.ConvertName(name) == member.Name && !rule.HasCondition && !rule.HasAsyncCondition);
        foreach (var rule in rules.SelectMany(rule => rule.Components).Where(component => !component.HasCondition && !component.HasAsyncCondition))
        {
            Limit(schema, rule.Validator);
        }
    }

    private static void Limit(OpenApiSchema schema, IPropertyValidator rule)
    {
        var (least, most) = rule switch
        {
            INotEmptyValidator => (1, int.MaxValue),
            ILengthValidator length => (length.Min, length.Max < 0 ? int.MaxValue : length.Max),
            _ => (0, int.MaxValue),
        };
        if (schema.Type?.HasFlag(JsonSchemaType.String) is true)
        {
            if (least > 0) schema.MinLength = Math.Max(least, schema.MinLength ?? 0);
            if (most < int.MaxValue) schema.MaxLength = Math.Min(most, schema.MaxLength ?? int.MaxValue);
            // The end of a text is \z in .NET and $ in ECMA 262, whose patterns OpenAPI uses.
            if (rule is IRegularExpressionValidator pattern) schema.Pattern = pattern.Expression.Replace(@"\z", "$", StringComparison.Ordinal);
        }
        else if (schema.Type?.HasFlag(JsonSchemaType.Object) is true)
        {
            if (least > 0) schema.MinProperties = Math.Max(least, schema.MinProperties ?? 0);
            if (most < int.MaxValue) schema.MaxProperties = Math.Min(most, schema.MaxProperties ?? int.MaxValue);
        }
    }

    /// <summary>The endpoints with a body of a type.</summary>
    private static IEnumerable<DescribedEndpoint> EndpointsWith(Type body, IServiceProvider services) => services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(endpoint => new DescribedEndpoint(endpoint.Metadata, services)).Where(endpoint => endpoint.Body == body);

    private static object[] AttributesOf(OpenApiSchemaTransformerContext context) => context.JsonPropertyInfo is { } member
        ? member.AttributeProvider?.GetCustomAttributes(inherit: true) ?? []
        : (context.ParameterDescription?.ParameterDescriptor as IParameterInfoParameterDescriptor)?.ParameterInfo.GetCustomAttributes(inherit: true) ?? [];

    private static Type Underlying(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
