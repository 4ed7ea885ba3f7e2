using System.Text.Json.Serialization;

namespace CognitoAuth.Api.Http.Problems;

/// <summary>An error as RFC 9457 problem details.</summary>
/// <param name="Type">The kind of problem as a URN: <c>urn:cognitoauth:problem:</c> and the code.</param>
/// <param name="Title">A short name of the kind of problem, the same for every occurrence.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">A sentence for people. Its wording can change.</param>
/// <param name="Instance">The path of the request.</param>
/// <param name="Code">The error for machines; it is stable. New codes can be added: treat an unknown one by its status.</param>
/// <param name="TraceId">Identifies the request in the log.</param>
/// <param name="Errors">For <c>validation_failed</c> and <c>invalid_password</c>: sentences by the path of the member.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    string Instance,
    string Code,
    string TraceId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string[]>? Errors)
{
    /// <summary>Describes an error.</summary>
    /// <param name="error">The error.</param>
    /// <param name="instance">The path of the request.</param>
    /// <param name="traceId">Identifies the request in the log.</param>
    public static Problem Of(AuthError error, string instance, string traceId) => new(
        $"urn:cognitoauth:problem:{error.Code}", TitleOf(error.Code), ProblemMap.StatusOf(error.Kind), error.Detail, instance, error.Code, traceId, error.Errors);

    /// <summary><c>code_mismatch</c> becomes <c>Code mismatch</c>: the same for every occurrence, as RFC 9457 requires.</summary>
    private static string TitleOf(string code) => $"{char.ToUpperInvariant(code[0])}{code[1..].Replace('_', ' ')}";
}
