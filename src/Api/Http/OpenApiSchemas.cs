using CognitoAuth.Domain;
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
            if (context.Description.ActionDescriptor.EndpointMetadata.OfType<BearerRequired>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(BearerScheme, context.Document)] = [] }];
            }

            return Task.CompletedTask;
        });
    }
}

/// <summary>Marks an endpoint of a protected flow, for OpenAPI.</summary>
internal sealed record BearerRequired;
