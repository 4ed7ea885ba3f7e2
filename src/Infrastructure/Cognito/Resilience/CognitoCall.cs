using System.Diagnostics;
using Amazon.CognitoIdentityProvider;
using CognitoAuth.Application.Pipeline.Observability;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using Polly.CircuitBreaker;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>One call to Cognito with all its attempts, for traces and metrics.</summary>
internal sealed class CognitoCall(string operation, CognitoMetrics metrics, TimeProvider time) : IDisposable
{
    private readonly Activity? _activity = Telemetry.Source.StartActivity(operation, ActivityKind.Client);
    private int _attempts;

    /// <summary>Makes one attempt. A response that lacks a required member is treated as unreadable: the operation's retry class decides whether it is repeated.</summary>
    public async Task<Result<T>> Attempt<TResponse, T>(Func<Secret?, CancellationToken, Task<TResponse>> send, Secret? secret, Func<TResponse, Result<T>> read, CancellationToken cancellationToken)
    {
        var attempt = ++_attempts;
        using var activity = Telemetry.Source.StartActivity("attempt", ActivityKind.Client);
        var started = time.GetTimestamp();
        try
        {
            var result = read(await send(secret, cancellationToken));
            if (result.Error is { } error && error.Is(AuthErrors.UpstreamInvalid)) throw new UnusableResponseException(error.Reason ?? error.Detail);
            Ended("succeeded");
            return result;
        }
        catch (Exception exception)
        {
            Ended(OutcomeOf(CognitoFaults.Of(exception)));
            throw;
        }

        void Ended(string outcome)
        {
            metrics.Attempted(operation, attempt, outcome, time.GetElapsedTime(started));
            activity?.SetTag("attempt", attempt).SetTag("outcome", outcome);
        }
    }

    /// <summary>Reports that the call failed, after its last attempt or before its first.</summary>
    public void Failed(Exception exception)
    {
        var fault = CognitoFaults.Of(exception);
        if (fault is CognitoFault.Shed) metrics.Shed(operation, exception is BrokenCircuitException ? "circuit_open" : "concurrency_limit");
        if (exception is AmazonCognitoIdentityProviderException refusal && fault is CognitoFault.None && CognitoErrorMap.IsUnknown(refusal)) metrics.UnknownError(operation);
        _activity?.SetTag("error.type", exception.GetType().Name);
        if (fault is not CognitoFault.None) _activity?.SetStatus(ActivityStatusCode.Error);
    }

    public void Dispose()
    {
        _activity?.SetTag("attempts", _attempts);
        _activity?.Dispose();
    }

    private static string OutcomeOf(CognitoFault fault) => fault switch
    {
        CognitoFault.None => "refused",
        CognitoFault.Throttled => "throttled",
        CognitoFault.NotSent => "not_sent",
        CognitoFault.Shed => "shed",
        CognitoFault.TimedOut => "timed_out",
        CognitoFault.Broken => "broken",
        _ => "garbled",
    };
}
