using CognitoAuth.Domain;

namespace CognitoAuth.Api.Http;

/// <summary>Turns what a flow answers into an HTTP answer.</summary>
public static class ResultExtensions
{
    /// <summary>The answer that <paramref name="success"/> makes of the value, or the error as problem details.</summary>
    public static IResult ToHttp<T>(this Result<T> result, Func<T, IResult> success) => result.IsFailure(out var error, out var value) ? new ProblemResult(error) : success(value);

    /// <summary>204, or the error as problem details.</summary>
    public static IResult ToHttp(this Result<Success> result) => result.ToHttp(_ => TypedResults.NoContent());

    private sealed class ProblemResult(AuthError error) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => ProblemMap.Write(httpContext, error);
    }
}
