using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CognitoAuth.Api.OpenApi;

/// <summary>
/// The contract as an OpenAPI document. Nothing here names an endpoint: its description comes from its metadata (<see cref="DescribedEndpoint"/>) and the types of its flow, so that a
/// team's own flows are described in the same way (<c>docs/adr/0011</c>).
/// </summary>
internal static class ApiDocument
{
    /// <summary>The name of the security scheme.</summary>
    public const string BearerScheme = "accessToken";

    /// <summary>Configures how the document is generated.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = SchemaConventions.NameOf;
        options.AddSchemaTransformer(SchemaConventions.Apply);
        options.AddOperationTransformer(OperationConventions.Apply);
        options.AddDocumentTransformer(async (document, context, cancellationToken) =>
        {
            document.Info.Title = "CognitoAuth";
            document.Info.Version = "v1";
            document.Info.Description = """
                Authentication in front of an Amazon Cognito user pool.

                Errors are RFC 9457 problem details with a stable `code`. The examples of an error response are named after the codes that it can have. Codes that reveal whether an account exists, or
                its state, are returned to callers who are not signed in only if the API is configured to reveal them. `docs/errors.md` explains each code.
                """.ReplaceLineEndings("\n");
            // The server does not know the address that a client uses, in particular behind a proxy.
            document.Servers?.Clear();
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal);
            document.Components.SecuritySchemes[BearerScheme] = new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "The access token of a sign-in or a refresh (RFC 6750, section 2.1).",
            };
            await SharedComponents.AddTo(document, context, cancellationToken);
            foreach (var schema in document.Components.Schemas?.Values.OfType<OpenApiSchema>() ?? []) SchemaConventions.LeaveOutNulls(schema);
            Unions.Rewrite(document);
            Sort(document);
        });
    }

    /// <summary>Sorts by name, so that a diff of the document shows only what changed.</summary>
    private static void Sort(OpenApiDocument document)
    {
        var paths = new OpenApiPaths();
        foreach (var (path, item) in document.Paths.OrderBy(entry => entry.Key, StringComparer.Ordinal)) paths.Add(path, item);
        document.Paths = paths;
        foreach (var operation in paths.Values.SelectMany(path => path.Operations?.Values.AsEnumerable() ?? []))
        {
            var responses = new OpenApiResponses();
            foreach (var (status, response) in (operation.Responses ?? []).OrderBy(entry => entry.Key, StringComparer.Ordinal)) responses.Add(status, response);
            operation.Responses = responses;
        }

        var components = document.Components!;
        components.Schemas = components.Schemas?.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        components.Examples = components.Examples?.OrderBy(entry => entry.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        document.Tags = document.Tags?.OrderBy(tag => tag.Name, StringComparer.Ordinal).ToHashSet();
    }
}
