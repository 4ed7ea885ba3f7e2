using System.Net;
using System.Net.Sockets;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>What went wrong in a call to Cognito, as far as it matters for repeating the call (<c>docs/cognito.md#repeating-a-call</c>).</summary>
internal enum CognitoFault
{
    /// <summary>No fault: Cognito understood the request and refused it.</summary>
    None,

    /// <summary>Cognito is too busy: the request was certainly not processed.</summary>
    Throttled,

    /// <summary>The request certainly never arrived.</summary>
    NotSent,

    /// <summary>This API did not send the request: its own limit or circuit breaker.</summary>
    Shed,

    /// <summary>No response in time: the request may have been processed.</summary>
    TimedOut,

    /// <summary>The connection broke, or Cognito had an internal error: the request may have been processed.</summary>
    Broken,

    /// <summary>A response that is not from Cognito: the request may have been processed.</summary>
    Garbled,
}

/// <summary>Classifies exceptions.</summary>
internal static class CognitoFaults
{
    /// <summary>Whether the call may have taken effect nevertheless.</summary>
    public static bool IsAmbiguous(this CognitoFault fault) => fault is CognitoFault.TimedOut or CognitoFault.Broken or CognitoFault.Garbled;

    /// <summary>The fault that an exception of a call means.</summary>
    public static CognitoFault Of(Exception exception) => exception switch
    {
        TooManyRequestsException => CognitoFault.Throttled,
        AmazonCognitoIdentityProviderException { ErrorCode: "ThrottlingException" or "Throttling" } => CognitoFault.Throttled,
        RateLimiterRejectedException or BrokenCircuitException => CognitoFault.Shed,
        TimeoutRejectedException or TimeoutException => CognitoFault.TimedOut,
        AmazonUnmarshallingException or UnusableResponseException => CognitoFault.Garbled,
        // By type where there is one: Cognito's HTTP statuses differ between captures and model.
        InternalErrorException or InternalServerException => CognitoFault.Broken,
        AmazonCognitoIdentityProviderException modelled when modelled.GetType() != typeof(AmazonCognitoIdentityProviderException) => CognitoFault.None,
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => CognitoFault.Broken,
        AmazonServiceException { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } => CognitoFault.Garbled,
        AmazonServiceException { StatusCode: >= HttpStatusCode.OK } => CognitoFault.None,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => CognitoFault.NotSent,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => CognitoFault.NotSent,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => CognitoFault.Garbled,
        // An inner exception without a fault of its own, such as a connection reset, leaves the decision to the outer one.
        { InnerException: { } inner } when Of(inner) is not CognitoFault.None => Of(inner),
        HttpRequestException or IOException or SocketException => CognitoFault.Broken,
        OperationCanceledException => CognitoFault.TimedOut,
        _ => CognitoFault.None,
    };
}
