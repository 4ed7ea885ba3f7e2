using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Responses of a server that stands for Cognito, good and bad.</summary>
internal static class Answers
{
    public static RequestDelegate SignedUp { get; } = Ok("""{"UserConfirmed":false,"UserSub":"sub-1"}""");

    public static RequestDelegate Throttled { get; } = Error("TooManyRequestsException", "Rate exceeded");

    public static RequestDelegate Reset { get; } = context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>No response for as long as the caller waits.</summary>
    public static RequestDelegate Silence { get; } = async context =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    };

    public static RequestDelegate InternalError { get; } = Error("InternalErrorException", "Something went wrong", 500);

    public static RequestDelegate GatewayPage { get; } = With(503, "text/html", "<html>Service Unavailable</html>");

    public static RequestDelegate Garbage { get; } = With(200, "application/x-amz-json-1.1", "{\"UserSub\":");

    public static RequestDelegate Redirect { get; } = context =>
    {
        context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
        context.Response.Headers.Location = "http://127.0.0.1:9/";
        return Task.CompletedTask;
    };

    /// <summary>A body shorter than declared.</summary>
    public static RequestDelegate Truncated { get; } = async context =>
    {
        context.Response.ContentLength = 1000;
        await context.Response.WriteAsync("""{"UserSub":""");
        await context.Response.Body.FlushAsync();
        context.Abort();
    };

    public static RequestDelegate Ok(string body) => With(200, "application/x-amz-json-1.1", body);

    public static RequestDelegate Error(string type, string message, int status = 400) =>
        With(status, "application/x-amz-json-1.1", JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal) { ["__type"] = type, ["message"] = message }));

    private static RequestDelegate With(int status, string contentType, string body) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    };
}
