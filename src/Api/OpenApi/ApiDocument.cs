using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CognitoAuth.Api.OpenApi;

/// <summary>
/// The contract as an OpenAPI document. Nothing here names an endpoint: what it says of one comes from its metadata (<see cref="DescribedEndpoint"/>) and from the types of its flow, so that flows of
/// a team's own are described alike (<c>docs/adr/0011</c>).
/// </summary>
internal static class ApiDocument
{
    /// <summary>The name of the security scheme.</summary>
    public const string BearerScheme = "accessToken";

    /// <summary>Says how the document is made.</summary>
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

                Errors are RFC 9457 problem details with a stable `code`. The examples of an answer are named after the codes that it can carry. Codes that tell whether an account exists, or what state
                it is in, are answered to strangers only where the API is set to reveal it. `docs/errors.md` explains each.
                """.ReplaceLineEndings("\n");
            // The address a client uses is not known here, least of all behind a proxy.
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

    /// <summary>Order by name, and not by where an endpoint was found: so that a change of the document shows what changed.</summary>
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
