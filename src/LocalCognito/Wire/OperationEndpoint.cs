using System.Text;
using CognitoAuth.LocalCognito.Operations;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Testing;

namespace CognitoAuth.LocalCognito.Wire;

/// <summary><c>POST /</c>: AWS JSON 1.1, the operation named by <c>X-Amz-Target</c> (<c>docs/cognito.md#wire-protocol</c>).</summary>
internal sealed class OperationEndpoint(
    LocalUserPool pool, LocalCognitoOptions options, SignatureCheck signatures, Faults faults, RequestRecord requests, TimeProvider time)
{
    private const string JsonType = "application/x-amz-json-1.1";
    private const string TargetPrefix = "AWSCognitoIdentityProviderService.";

    /// <returns>Null when the connection must be reset.</returns>
    public async Task<WireResponse?> RespondAsync(Func<string, string?> headers, byte[] body, CancellationToken cancellation)
    {
        var operation = OperationOf(headers);
        if (operation is null) return Refusal(CognitoException.UnknownOperation());
        requests.Add(time.GetUtcNow(), operation.Name, body, headers("Authorization") is not null);

        await Task.Delay(faults.LatencyOf(operation.Name, body), cancellation);
        var fault = faults.Next(operation.Name);
        switch (fault)
        {
            case Fault.Refuse refuse:
                return Refusal(refuse.Error);
            case Fault.Respond respond:
                return new WireResponse(respond.Status, respond.ContentType, Encoding.UTF8.GetBytes(respond.Body));
            case Fault.DropRequest:
                return null;
            case Fault.Delay delay:
                await Task.Delay(delay.Duration, cancellation);
                break;
        }

        var response = Run(operation, headers, body);
        return fault is Fault.DropResponse ? null : response;
    }

    private static IOperation? OperationOf(Func<string, string?> headers)
    {
        var isJson = headers("Content-Type")?.Split(';')[0].Trim().Equals(JsonType, StringComparison.OrdinalIgnoreCase) ?? false;
        return isJson && headers("X-Amz-Target") is { } target && target.StartsWith(TargetPrefix, StringComparison.Ordinal)
            ? OperationTable.Find(target[TargetPrefix.Length..])
            : null;
    }

    private WireResponse Run(IOperation operation, Func<string, string?> headers, byte[] body)
    {
        try
        {
            if (operation.IsSigned) signatures.Require(headers, body);
            return new WireResponse(200, JsonType, pool.Execute(operation.Name, body));
        }
        catch (CognitoException refusal)
        {
            return Refusal(refusal);
        }
    }

    private WireResponse Refusal(CognitoException refusal) => new(
        ErrorStatus.Of(refusal.Type, options.ErrorStatuses),
        JsonType,
        CognitoJson.Write(new ErrorBody(refusal.Type, refusal.Message)))
    {
        Headers =
        {
            // AWS also sends the colon, followed by a URL that no client reads.
            ["x-amzn-ErrorType"] = refusal.Type + ":",
            // Header values must be ASCII. No message contains a user name that is not.
            ["x-amzn-ErrorMessage"] = new string([.. refusal.Message.Where(character => char.IsBetween(character, ' ', '~'))]),
        },
    };

    private sealed record ErrorBody(
        [property: System.Text.Json.Serialization.JsonPropertyName("__type")] string Type,
        [property: System.Text.Json.Serialization.JsonPropertyName("message")] string Message);
}
