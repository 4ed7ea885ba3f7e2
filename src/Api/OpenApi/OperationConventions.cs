using System.Globalization;
using System.Text.Json.Nodes;
using CognitoAuth.Api.Http.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CognitoAuth.Api.OpenApi;

/// <summary>Describes the security, errors, headers and examples of an operation.</summary>
internal static class OperationConventions
{
    private const string Json = "application/json";

    public static Task Apply(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var endpoint = new DescribedEndpoint(context.Description.ActionDescriptor.EndpointMetadata, context.ApplicationServices);
        var document = context.Document!;
        operation.Security = SecurityOf(endpoint, document);
        AddParameters(operation, endpoint, document);
        AddExamples(operation, endpoint);
        // An optional body must not be null.
        foreach (var body in operation.RequestBody?.Content?.Values ?? []) body.Schema = body.Schema is null ? null : SchemaConventions.WithoutNull(body.Schema);

        operation.Responses ??= [];
        foreach (var success in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            success.Headers = endpoint.Headers.ToDictionary(header => header.Name, IOpenApiHeader (header) => new OpenApiHeader { Description = header.Description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } }, StringComparer.Ordinal);
        }

        foreach (var errors in endpoint.Errors().GroupBy(error => ProblemMap.StatusOf(error.Kind)))
        {
            operation.Responses[errors.Key.ToString(CultureInfo.InvariantCulture)] = Response([.. errors], document, context.ApplicationServices);
        }

        foreach (var response in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            if (context.Description.RelativePath?.StartsWith("v1/", StringComparison.Ordinal) is true) AddHeader(response, SharedComponents.CacheControl, document);
            AddHeader(response, SharedComponents.CorrelationId, document);
        }

        return Task.CompletedTask;
    }

    // Explicit for public operations too: a missing entry could be an oversight.
    private static List<OpenApiSecurityRequirement> SecurityOf(DescribedEndpoint endpoint, OpenApiDocument document)
    {
        if (!endpoint.ReadsBearer) return [];
        var bearer = new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiDocument.BearerScheme, document)] = [] };
        return endpoint.IsProtected ? [bearer] : [bearer, []];
    }

    private static void AddParameters(OpenApiOperation operation, DescribedEndpoint endpoint, OpenApiDocument document)
    {
        operation.Parameters ??= [];
        if (endpoint is { IsProtected: false, CallsCognito: true }) operation.Parameters.Add(new OpenApiParameterReference(ClientContext.Header, document));
        operation.Parameters.Add(new OpenApiParameterReference(SharedComponents.CorrelationId, document));
    }

    private static void AddExamples(OpenApiOperation operation, DescribedEndpoint endpoint)
    {
        var success = operation.Responses?.Values.Select(response => response.Content).FirstOrDefault(content => content?.ContainsKey(Json) is true);
        foreach (var example in endpoint.Examples)
        {
            var content = example.IsOfRequest ? operation.RequestBody?.Content : success;
            if (content?.TryGetValue(Json, out var body) is not true) throw new InvalidOperationException($"{operation.OperationId} has an example for a body that it does not have: {example.Json}");
            body.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
            body.Examples.Add(example.Name, new OpenApiExample { Value = JsonNode.Parse(example.Json) });
        }
    }

    private static OpenApiResponse Response(IReadOnlyList<AuthError> errors, OpenApiDocument document, IServiceProvider services)
    {
        var response = new OpenApiResponse
        {
            Description = string.Join(", ", errors.Select(error => error.Code)),
            Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                [ProblemMap.MediaType] = new()
                {
                    Schema = new OpenApiSchemaReference(SharedComponents.ProblemSchema, document),
                    Examples = errors.ToDictionary(error => error.Code, IOpenApiExample (error) => SharedComponents.ExampleOf(error, document, services), StringComparer.Ordinal),
                },
            },
        };
        if (errors.Any(error => error.RetryAfter is not null)) AddHeader(response, SharedComponents.RetryAfter, document);
        // Not for Cognito's limits, which have the same status.
        if (errors.Any(AuthErrors.RateLimited.Is)) foreach (var name in SharedComponents.RateLimit) AddHeader(response, name, document);
        if (errors.Any(AuthErrors.InvalidToken.Is)) AddHeader(response, SharedComponents.Authenticate, document);
        return response;
    }

    private static void AddHeader(OpenApiResponse response, string name, OpenApiDocument document) => response.Headers![name] = new OpenApiHeaderReference(name, document);
}
