using System.Text.Json.Serialization;

namespace CognitoAuth.Api.Http.Problems;

/// <summary>An error as RFC 9457 problem details.</summary>
/// <param name="Type">A name for this kind of problem: <c>urn:cognitoauth:problem:</c> and the code.</param>
/// <param name="Title">The kind of problem in short, the same for every occurrence.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">A sentence for people. It may change.</param>
/// <param name="Instance">The path that was called.</param>
/// <param name="Code">What went wrong, for machines: stable. New codes can come; take an unknown one by its status.</param>
/// <param name="TraceId">Finds the request in the log.</param>
/// <param name="Errors">Of <c>validation_failed</c> and <c>invalid_password</c>: sentences, by the path of the member.</param>
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
    /// <param name="instance">The path that was called.</param>
    /// <param name="traceId">Finds the request in the log.</param>
    public static Problem Of(AuthError error, string instance, string traceId) => new(
        $"urn:cognitoauth:problem:{error.Code}", TitleOf(error.Code), ProblemMap.StatusOf(error.Kind), error.Detail, instance, error.Code, traceId, error.Errors);

    /// <summary><c>code_mismatch</c> reads <c>Code mismatch</c>: the same for every occurrence, as RFC 9457 asks.</summary>
    private static string TitleOf(string code) => $"{char.ToUpperInvariant(code[0])}{code[1..].Replace('_', ' ')}";
}
