namespace CognitoAuth.LocalCognito.Triggers;

/// <summary>Calls a trigger and reports its failures with Cognito's errors (<c>docs/cognito.md#triggers</c>).</summary>
internal static class TriggerCall
{
    public static TResponse Run<TRequest, TResponse>(string trigger, Func<TRequest, TResponse> function, TRequest request)
        where TResponse : class => RunOptional<TRequest, TResponse>(trigger, function, request) ?? throw InvalidOutput();

    /// <returns>Null when the function returned null.</returns>
    public static TResponse? RunOptional<TRequest, TResponse>(string trigger, Func<TRequest, TResponse?> function, TRequest request)
        where TResponse : class
    {
        try
        {
            return function(request);
        }
        catch (TriggerRejectionException rejection)
        {
            throw new CognitoException("UserLambdaValidationException", $"{trigger} failed with error {rejection.Message}.");
        }
        catch (Exception exception)
        {
            throw new CognitoException("UnexpectedLambdaException", $"{trigger} invocation failed due to error {exception.GetType().Name}.");
        }
    }

    public static void Run<TRequest>(string trigger, Action<TRequest>? action, TRequest request)
    {
        if (action is null) return;
        RunOptional<TRequest, object>(
            trigger,
            given =>
            {
                action(given);
                return null;
            },
            request);
    }

    public static CognitoException InvalidOutput() => new("InvalidLambdaResponseException", "Unrecognizable lambda output");
}
