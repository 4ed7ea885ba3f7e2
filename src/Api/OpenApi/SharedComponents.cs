using System.Globalization;
using System.Text.Json;
using CognitoAuth.Api.Http.Problems;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace CognitoAuth.Api.OpenApi;

/// <summary>The components that many operations reference: the schema of problems, one example per code, and headers.</summary>
internal static class SharedComponents
{
    /// <summary>The name of the schema of problems.</summary>
    public const string ProblemSchema = nameof(Problem);

    /// <summary>Links a request to its log lines.</summary>
    public const string CorrelationId = "X-Correlation-Id";

    /// <summary>Forbids storing a response.</summary>
    public const string CacheControl = "Cache-Control";

    /// <summary>When to retry.</summary>
    public const string RetryAfter = "Retry-After";

    /// <summary>Requests a bearer token.</summary>
    public const string Authenticate = "WWW-Authenticate";

    /// <summary>The limit of this API that refused the request.</summary>
    public static readonly IReadOnlyList<string> RateLimit = ["RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"];

    private const string ExampleTraceId = "0af7651916cd43dd8448eb211c80319c";

    /// <summary>Adds the components to the document.</summary>
    public static async Task AddTo(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var components = document.Components!;
        components.Schemas ??= new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        components.Schemas[ProblemSchema] = await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancellationToken);
        components.Headers = new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            [CacheControl] = Header("Responses must not be stored.", "no-store"),
            [RetryAfter] = Number("The number of seconds to wait before a retry.", minimum: 1, required: true),
            [RateLimit[0]] = Number("For `rate_limited`: the number of calls that the limit allows at once.", minimum: 1),
            [RateLimit[1]] = Number("For `rate_limited`: the number of calls left, which is 0.", minimum: 0),
            [RateLimit[2]] = Number("For `rate_limited`: the number of seconds until one more call is allowed.", minimum: 1),
            [Authenticate] = Header("`Bearer`, with `error=\"invalid_token\"` when a token was presented. Absent if the password was refused instead of a token."),
            [CorrelationId] = Header("The id of the request in the logs: the one from the request, if it was well-formed.", required: true),
        };
        components.Parameters = new Dictionary<string, IOpenApiParameter>(StringComparer.Ordinal)
        {
            [CorrelationId] = RequestHeader(CorrelationId, "The caller's id of the request for the logs. The response returns it.", "^[A-Za-z0-9._-]{1,128}$"),
            [ClientContext.Header] = RequestHeader(ClientContext.Header, "The device fingerprint of Cognito's threat protection. It is forwarded to Cognito with the client's address."),
        };
    }

    /// <summary>Adds an example of an error, which all operations that can return it share.</summary>
    public static OpenApiExampleReference ExampleOf(AuthError error, OpenApiDocument document, IServiceProvider services)
    {
        document.Components ??= new OpenApiComponents();
        document.Components.Examples ??= new Dictionary<string, IOpenApiExample>(StringComparer.Ordinal);
        var json = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        document.Components.Examples[error.Code] = new OpenApiExample
        {
            Summary = error.Detail,
            Value = JsonSerializer.SerializeToNode(Problem.Of(error with { Errors = FaultsOf(error) }, "/v1/…", ExampleTraceId), json),
        };
        return new OpenApiExampleReference(error.Code, document);
    }

    private static Dictionary<string, string[]>? FaultsOf(AuthError error) =>
        error.Is(AuthErrors.ValidationFailed) ? new(StringComparer.Ordinal) { ["username"] = ["A username is required."] }
        : error.Is(AuthErrors.InvalidPassword) ? new(StringComparer.Ordinal) { ["password"] = ["It must have at least 8 characters.", "It must have a digit."] }
        : null;

    private static OpenApiHeader Header(string description, string? value = null, bool required = false) => new()
    {
        Description = description,
        Required = required || value is not null,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = value is null ? null : [value] },
    };

    private static OpenApiHeader Number(string description, int minimum, bool required = false) => new()
    {
        Description = description,
        Required = required,
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = minimum.ToString(CultureInfo.InvariantCulture) },
    };

    private static OpenApiParameter RequestHeader(string name, string description, string? pattern = null) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern },
    };
}
