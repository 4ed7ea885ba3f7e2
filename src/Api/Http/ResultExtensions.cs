using CognitoAuth.Api.Http.Problems;

namespace CognitoAuth.Api.Http;

/// <summary>Turns what a flow answers into an HTTP answer.</summary>
public static class ResultExtensions
{
    /// <summary>The answer that <paramref name="success"/> makes of the value, or the error as problem details.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> success) => result.IsFailure(out var error, out var value) ? new ProblemResult(error) : success(value);

    /// <summary>204, or the error as problem details.</summary>
    public static IResult ToHttp(this Result<Success> result) => result.ToHttp(_ => TypedResults.NoContent());

    /// <summary>The answer that <paramref name="success"/> makes of the value that the flow returns, or the error as problem details.</summary>
    public static async Task<IResult> ToHttp<T>(this Task<Result<T>> flow, Func<T, IResult> success) => (await flow).ToHttp(success);

    /// <summary>204, or the error that the flow returns as problem details.</summary>
    public static async Task<IResult> ToHttp(this Task<Result<Success>> flow) => (await flow).ToHttp();

    private sealed class ProblemResult(AuthError error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ProblemMap.Write(httpContext, error);
    }
}
