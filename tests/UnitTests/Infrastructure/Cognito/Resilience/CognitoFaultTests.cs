using System.Net;
using System.Net.Sockets;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.Infrastructure.Cognito.Resilience;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito.Resilience;

public sealed class CognitoFaultTests
{
    // The exceptions of .NET for what the other side does.
    private static readonly (Exception Exception, CognitoFault Fault)[] Table =
    [
        (new TooManyRequestsException("…"), CognitoFault.Throttled),
        (Named("ThrottlingException", 400), CognitoFault.Throttled),
        (Named("Throttling", 503), CognitoFault.Throttled),
        (new TooManyRequestsException("…", ErrorType.Unknown, null, null, HttpStatusCode.TooManyRequests), CognitoFault.Throttled),
        (new RateLimiterRejectedException(), CognitoFault.Shed),
        (new BrokenCircuitException(), CognitoFault.Shed),
        (new TimeoutRejectedException(), CognitoFault.TimedOut),
        (new TimeoutException(), CognitoFault.TimedOut),
        (new TaskCanceledException("…", new TimeoutException()), CognitoFault.TimedOut),
        (new OperationCanceledException(), CognitoFault.TimedOut),
        (new AmazonUnmarshallingException("…", "/", new FormatException()), CognitoFault.Garbled),
        (new UnusableResponseException("…"), CognitoFault.Garbled),
        (Named(null, 307), CognitoFault.Garbled),
        (new HttpRequestException(HttpRequestError.InvalidResponse, "…"), CognitoFault.Garbled),
        (Named("InternalErrorException", 500), CognitoFault.Broken),
        (new InternalErrorException("…"), CognitoFault.Broken),
        (new InternalServerException("…"), CognitoFault.Broken),
        (Named(null, 503), CognitoFault.Broken),
        (new HttpRequestException(HttpRequestError.ResponseEnded, "…"), CognitoFault.Broken),
        (new HttpRequestException(HttpRequestError.Unknown, "…", new IOException("…", new SocketException((int)SocketError.ConnectionReset))), CognitoFault.Broken),
        (new IOException("…", new SocketException((int)SocketError.ConnectionReset)), CognitoFault.Broken),
        (new SocketException((int)SocketError.ConnectionReset), CognitoFault.Broken),
        (new HttpIOException(HttpRequestError.ResponseEnded), CognitoFault.Broken),
        (new HttpRequestException(HttpRequestError.Unknown, "…", new InvalidOperationException("…")), CognitoFault.Broken),
        (new AmazonServiceException("…", new IOException("…", new SocketException((int)SocketError.ConnectionReset))), CognitoFault.Broken),
        (new HttpRequestException(HttpRequestError.ConnectionError, "…", new SocketException((int)SocketError.ConnectionRefused)), CognitoFault.NotSent),
        (new HttpRequestException(HttpRequestError.NameResolutionError, "…"), CognitoFault.NotSent),
        (new HttpRequestException(HttpRequestError.SecureConnectionError, "…"), CognitoFault.NotSent),
        (new AmazonServiceException("…", new HttpRequestException(HttpRequestError.ConnectionError, "…")), CognitoFault.NotSent),
        (new SocketException((int)SocketError.ConnectionRefused), CognitoFault.NotSent),
        (new SocketException((int)SocketError.HostNotFound), CognitoFault.NotSent),
        (new NotAuthorizedException("…", ErrorType.Unknown, null, null, HttpStatusCode.BadRequest), CognitoFault.None),
        (new LimitExceededException("…", ErrorType.Unknown, null, null, HttpStatusCode.BadRequest), CognitoFault.None),
        (new NotAuthorizedException("…"), CognitoFault.None),
        (new InvalidOperationException("a bug"), CognitoFault.None),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_exception_of_a_call_is_its_fault(int row) => CognitoFaults.Of(Table[row].Exception).ShouldBe(Table[row].Fault, Table[row].Exception.ToString());

    [Fact]
    public void Timeouts_broken_connections_and_unreadable_responses_are_ambiguous() =>
        Enum.GetValues<CognitoFault>().Where(CognitoFaults.IsAmbiguous).ShouldBe([CognitoFault.TimedOut, CognitoFault.Broken, CognitoFault.Garbled]);

    private static AmazonCognitoIdentityProviderException Named(string? code, int status) => new("…", ErrorType.Unknown, code, null, (HttpStatusCode)status);
}
