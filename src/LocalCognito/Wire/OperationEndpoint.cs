using System.Text;
using CognitoAuth.LocalCognito.Operations;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Testing;

namespace CognitoAuth.LocalCognito.Wire;

/// <summary><c>POST /</c>: AWS JSON 1.1, the operation named by <c>X-Amz-Target</c> (<c>docs/cognito.md#wire-protocol</c>).</summary>
internal sealed class OperationEndpoint(
    LocalUserPool pool, LocalCognitoOptions options, SignatureCheck signatures, Faults faults, RequestRecord requests, TimeProvider time)
{
    private const string JsonType = "application/x-amz-json-1.1";
    private const string TargetPrefix = "AWSCognitoIdentityProviderService.";

    /// <returns>Null to reset the connection.</returns>
    public async Task<WireAnswer?> AnswerAsync(Func<string, string?> headers, byte[] body, CancellationToken cancellation)
    {
        var operation = OperationOf(headers);
        if (operation is null)
            return Refusal(CognitoException.UnknownOperation());
        requests.Add(time.GetUtcNow(), operation.Name, body, headers("Authorization") is not null);

        await Task.Delay(faults.LatencyOf(operation.Name, body), cancellation);
        var fault = faults.Next(operation.Name);
        switch (fault)
        {
            case Fault.Refuse refuse:
                return Refusal(refuse.Error);
            case Fault.Answer answer:
                return new WireAnswer(answer.Status, answer.ContentType, Encoding.UTF8.GetBytes(answer.Body));
            case Fault.DropRequest:
                return null;
            case Fault.Delay delay:
                await Task.Delay(delay.Duration, cancellation);
                break;
        }

        var reply = Run(operation, headers, body);
        return fault is Fault.DropReply ? null : reply;
    }

    private static IOperation? OperationOf(Func<string, string?> headers)
    {
        var isJson = headers("Content-Type")?.Split(';')[0].Trim().Equals(JsonType, StringComparison.OrdinalIgnoreCase) ?? false;
        return isJson && headers("X-Amz-Target") is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? OperationTable.Find(target[TargetPrefix.Length..])
            : null;
    }

    private WireAnswer Run(IOperation operation, Func<string, string?> headers, byte[] body)
    {
        try
        {
            if (operation.IsSigned)
                signatures.Require(headers, body);
            return new WireAnswer(200, JsonType, pool.Execute(operation.Name, body));
        }
        catch (CognitoException refusal)
        {
            return Refusal(refusal);
        }
    }

    private WireAnswer Refusal(CognitoException refusal) => new(
        ErrorStatus.Of(refusal.Type, options.ErrorStatuses),
        JsonType,
        CognitoJson.Write(new ErrorBody(refusal.Type, refusal.Message)))
    {
        Headers =
        {
            // The colon is on the wire too; after it AWS puts a URL that nobody reads.
            ["x-amzn-ErrorType"] = refusal.Type + ":",
            // Header values are ASCII; user names that are not appear in no message.
            ["x-amzn-ErrorMessage"] = new string([.. refusal.Message.Where(character => char.IsBetween(character, ' ', '~'))]),
        },
    };

    private sealed record ErrorBody(
        [property: System.Text.Json.Serialization.JsonPropertyName("__type")] string Type,
        [property: System.Text.Json.Serialization.JsonPropertyName("message")] string Message);
}
