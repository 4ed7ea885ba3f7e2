using System.Globalization;
using Microsoft.AspNetCore.Http;
using WireMock;
using WireMock.ResponseProviders;
using WireMock.Settings;
using WireMock.Types;
using WireMock.Util;

namespace CognitoAuth.LocalCognito.Wire;

/// <summary>The server's only mapping: it routes every request to the endpoint of its path.</summary>
internal sealed class WireMockResponseProvider(OperationEndpoint operations, WellKnownEndpoint wellKnown, TimeProvider time, CancellationToken stopping) : IResponseProvider
{
    public async Task<(IResponseMessage Message, IMapping? Mapping)> ProvideResponseAsync(
        IMapping mapping, HttpContext context, IRequestMessage requestMessage, WireMockServerSettings settings)
    {
        string? Header(string name) => context.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
        using var abandoned = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            var answer = (requestMessage.Method, requestMessage.Path) switch
            {
                ("OPTIONS", _) => Preflight(Header("Access-Control-Request-Headers")),
                ("POST", "/") => await operations.RespondAsync(Header, requestMessage.BodyData?.BodyAsBytes ?? [], abandoned.Token),
                ("GET", var path) => await wellKnown.RespondAsync(path, abandoned.Token) ?? NotFound(),
                _ => NotFound(),
            };
            if (answer is not null)
            {
                // The time of the pool's clock: clients correct their clocks by this header, as with AWS. WireMock drops the header from its messages.
                context.Response.Headers.Date = time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
                return (Message(answer), null);
            }
        }
        catch (OperationCanceledException)
        {
            // The caller gave up or the server stops: no one reads the response.
        }

        context.Abort();
        return (new ResponseMessage(), null);
    }

    private static ResponseMessage Message(WireResponse answer)
    {
        var message = new ResponseMessage
        {
            StatusCode = answer.Status,
            BodyData = new BodyData { DetectedBodyType = BodyType.Bytes, BodyAsBytes = answer.Body },
            Headers = new Dictionary<string, WireMockList<string>>(StringComparer.OrdinalIgnoreCase),
        };
        message.AddHeader("Content-Type", answer.ContentType);
        message.AddHeader("x-amzn-RequestId", Guid.NewGuid().ToString());
        message.AddHeader("Access-Control-Allow-Origin", "*");
        message.AddHeader("Access-Control-Expose-Headers", "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
        foreach (var (name, value) in answer.Headers) message.AddHeader(name, value);
        return message;
    }

    private static WireResponse Preflight(string? requestedHeaders) => new(200, "text/plain", [])
    {
        Headers =
        {
            ["Access-Control-Allow-Methods"] = "GET,POST,OPTIONS",
            ["Access-Control-Allow-Headers"] = requestedHeaders ?? "*",
            ["Access-Control-Max-Age"] = "172800",
        },
    };

    private static WireResponse NotFound() => new(404, "application/json", """{"message":"Not Found"}"""u8.ToArray());
}
