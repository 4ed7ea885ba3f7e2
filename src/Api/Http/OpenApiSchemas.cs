using System.Globalization;
using CognitoAuth.Domain;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CognitoAuth.Api.Http;

/// <summary>Describes in OpenAPI what its generator cannot see: secrets are strings, and the bearer token.</summary>
internal static class OpenApiSchemas
{
    private const string BearerScheme = "accessToken";

    public static void Configure(OpenApiOptions options)
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            if (context.JsonTypeInfo.Type == typeof(Secret))
            {
                schema.Type = JsonSchemaType.String;
                schema.Format = "password";
            }

            // The generator calls every member of a record required. What may be null may be left out, and is left out of answers.
            foreach (var member in context.JsonTypeInfo.Properties.Where(property => property.IsGetNullable)) schema.Required?.Remove(member.Name);

            if (context.JsonTypeInfo.Type == typeof(ProblemDetails)) AddProblemMembers(schema);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "CognitoAuth";
            document.Info.Version = "v1";
            document.Info.Description = "Authentication in front of an Amazon Cognito user pool. Errors are RFC 9457 problem details with a stable code.";
            // The address a client uses is not known here, least of all behind a proxy.
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            // The generator passes over the descriptions, which hold the codes.
            foreach (var response in context.Description.ActionDescriptor.EndpointMetadata.OfType<ProducesResponseTypeMetadata>().Where(response => response.Description is not null))
            {
                if (operation.Responses?.TryGetValue(response.StatusCode.ToString(CultureInfo.InvariantCulture), out var described) is true) described.Description = response.Description;
            }

            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<BearerRequired>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerScheme, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    }

    private static void AddProblemMembers(OpenApiSchema schema)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        schema.Properties["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What went wrong, for machines: stable." };
        schema.Properties["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Finds the request in the log." };
        schema.Properties["errors"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = "Of `validation_failed` and `invalid_password`: sentences, by the path of the member.",
            AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        };
    }
}

/// <summary>Marks an endpoint of a protected flow, for OpenAPI.</summary>
internal sealed record BearerRequired;
