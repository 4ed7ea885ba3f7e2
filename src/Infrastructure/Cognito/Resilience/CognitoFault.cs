using System.Net;
using System.Net.Sockets;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CognitoAuth.Infrastructure.Cognito.Resilience;

/// <summary>What went wrong on the way to Cognito, as far as it matters for sending again (<c>docs/cognito.md#repeating-a-call</c>).</summary>
internal enum CognitoFault
{
    /// <summary>Nothing: Cognito understood the request and refused it.</summary>
    None,

    /// <summary>Cognito refused to look at it for being too busy: surely not processed.</summary>
    Throttled,

    /// <summary>It surely never arrived.</summary>
    NotSent,

    /// <summary>This API did not send it: its own limit or circuit breaker.</summary>
    Shed,

    /// <summary>No answer in time: it may have been processed.</summary>
    TimedOut,

    /// <summary>The connection broke, or Cognito failed inside: it may have been processed.</summary>
    Broken,

    /// <summary>An answer that is not Cognito's: it may have been processed.</summary>
    Garbled,
}

/// <summary>Tells faults apart.</summary>
internal static class UpstreamFaults
{
    /// <summary>Whether the call may have taken effect all the same.</summary>
    public static bool IsAmbiguous(this CognitoFault fault) => fault is CognitoFault.TimedOut or CognitoFault.Broken or CognitoFault.Garbled;

    /// <summary>The fault that an exception of a call stands for.</summary>
    public static CognitoFault Of(Exception exception) => exception switch
    {
        TooManyRequestsException => CognitoFault.Throttled,
        AmazonCognitoIdentityProviderException { ErrorCode: "ThrottlingException" or "Throttling" } => CognitoFault.Throttled,
        RateLimiterRejectedException or BrokenCircuitException => CognitoFault.Shed,
        TimeoutRejectedException or TimeoutException => CognitoFault.TimedOut,
        AmazonUnmarshallingException or UnusableAnswerException => CognitoFault.Garbled,
        // By type wherever there is one: Cognito's statuses differ between captures and model.
        InternalErrorException or InternalServerException => CognitoFault.Broken,
        AmazonCognitoIdentityProviderException modelled when modelled.GetType() != typeof(AmazonCognitoIdentityProviderException) => CognitoFault.None,
        AmazonServiceException { StatusCode: >= HttpStatusCode.InternalServerError } => CognitoFault.Broken,
        AmazonServiceException { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } => CognitoFault.Garbled,
        AmazonServiceException { StatusCode: >= HttpStatusCode.OK } => CognitoFault.None,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => CognitoFault.NotSent,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.HostUnreachable or SocketError.NetworkUnreachable } => CognitoFault.NotSent,
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => CognitoFault.Garbled,
        // A cause that says nothing, such as a reset of the connection, leaves it to the outer exception.
        { InnerException: { } inner } when Of(inner) is not CognitoFault.None => Of(inner),
        HttpRequestException or IOException or SocketException => CognitoFault.Broken,
        OperationCanceledException => CognitoFault.TimedOut,
        _ => CognitoFault.None,
    };
}
