using CognitoAuth.Api.Http.Problems;

namespace CognitoAuth.Api.Http;

/// <summary>Converts the result of a flow to an HTTP response.</summary>
public static class ResultExtensions
{
    /// <summary>The response that <paramref name="success"/> creates from the value, or the error as problem details.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> success) => result.IsFailure(out var error, out var value) ? new ProblemResult(error) : success(value);

    /// <summary>204, or the error as problem details.</summary>
    public static IResult ToHttp(this Result<Success> result) => result.ToHttp(_ => TypedResults.NoContent());

    /// <summary>The response that <paramref name="success"/> creates from the flow's value, or the flow's error as problem details.</summary>
    public static async Task<IResult> ToHttp<T>(this Task<Result<T>> flow, Func<T, IResult> success) => (await flow).ToHttp(success);

    /// <summary>204, or the flow's error as problem details.</summary>
    public static async Task<IResult> ToHttp(this Task<Result<Success>> flow) => (await flow).ToHttp();

    private sealed class ProblemResult(AuthError error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ProblemMap.Write(httpContext, error);
    }
}
