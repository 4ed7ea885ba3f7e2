using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace CognitoAuth.Api.Http.Problems;

/// <summary>Writes the response for requests that could not be read and for bugs. A bug's details go to the log, never to the caller.</summary>
internal sealed partial class UnhandledExceptions(ILogger<UnhandledExceptions> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var error = ErrorOf(exception);
        if (error.Kind is ErrorKind.Internal) LogBug(exception);
        await ProblemMap.Write(httpContext, error);
        return true;
    }

    private static AuthError ErrorOf(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => AuthErrors.PayloadTooLarge,
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } => AuthErrors.UnsupportedMediaType,
        BadHttpRequestException { InnerException: JsonException { Path: { Length: > 2 and <= 100 } path } } => AuthErrors.MalformedRequest with
        {
            Detail = $"{AuthErrors.MalformedRequest.Detail} The member {path[2..]} could not be read.",
        },
        BadHttpRequestException => AuthErrors.MalformedRequest,
        _ => AuthErrors.InternalError,
    };

    [LoggerMessage(LogLevel.Error, "A request failed")]
    private partial void LogBug(Exception exception);
}
