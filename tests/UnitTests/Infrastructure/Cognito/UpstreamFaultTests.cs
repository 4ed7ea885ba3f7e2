using System.Net;
using System.Net.Sockets;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using CognitoAuth.Infrastructure.Cognito;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

public sealed class UpstreamFaultTests
{
    // Facts 6.1: what .NET throws for what the other side does.
    private static readonly (Exception Exception, UpstreamFault Fault)[] Table =
    [
        (new TooManyRequestsException("…"), UpstreamFault.Throttled),
        (Named("ThrottlingException", 400), UpstreamFault.Throttled),
        (Named("Throttling", 503), UpstreamFault.Throttled),
        (new TooManyRequestsException("…", ErrorType.Unknown, null, null, HttpStatusCode.TooManyRequests), UpstreamFault.Throttled),
        (new RateLimiterRejectedException(), UpstreamFault.Shed),
        (new BrokenCircuitException(), UpstreamFault.Shed),
        (new TimeoutRejectedException(), UpstreamFault.TimedOut),
        (new TimeoutException(), UpstreamFault.TimedOut),
        (new TaskCanceledException("…", new TimeoutException()), UpstreamFault.TimedOut),
        (new OperationCanceledException(), UpstreamFault.TimedOut),
        (new AmazonUnmarshallingException("…", "/", new FormatException()), UpstreamFault.Garbled),
        (new UnusableAnswerException("…"), UpstreamFault.Garbled),
        (Named(null, 307), UpstreamFault.Garbled),
        (new HttpRequestException(HttpRequestError.InvalidResponse, "…"), UpstreamFault.Garbled),
        (Named("InternalErrorException", 500), UpstreamFault.Broken),
        (new InternalErrorException("…"), UpstreamFault.Broken),
        (new InternalServerException("…"), UpstreamFault.Broken),
        (Named(null, 503), UpstreamFault.Broken),
        (new HttpRequestException(HttpRequestError.ResponseEnded, "…"), UpstreamFault.Broken),
        (new HttpRequestException(HttpRequestError.Unknown, "…", new IOException("…", new SocketException((int)SocketError.ConnectionReset))), UpstreamFault.Broken),
        (new IOException("…", new SocketException((int)SocketError.ConnectionReset)), UpstreamFault.Broken),
        (new SocketException((int)SocketError.ConnectionReset), UpstreamFault.Broken),
        (new HttpIOException(HttpRequestError.ResponseEnded), UpstreamFault.Broken),
        (new HttpRequestException(HttpRequestError.Unknown, "…", new InvalidOperationException("…")), UpstreamFault.Broken),
        (new AmazonServiceException("…", new IOException("…", new SocketException((int)SocketError.ConnectionReset))), UpstreamFault.Broken),
        (new HttpRequestException(HttpRequestError.ConnectionError, "…", new SocketException((int)SocketError.ConnectionRefused)), UpstreamFault.NotSent),
        (new HttpRequestException(HttpRequestError.NameResolutionError, "…"), UpstreamFault.NotSent),
        (new HttpRequestException(HttpRequestError.SecureConnectionError, "…"), UpstreamFault.NotSent),
        (new AmazonServiceException("…", new HttpRequestException(HttpRequestError.ConnectionError, "…")), UpstreamFault.NotSent),
        (new SocketException((int)SocketError.ConnectionRefused), UpstreamFault.NotSent),
        (new SocketException((int)SocketError.HostNotFound), UpstreamFault.NotSent),
        (new NotAuthorizedException("…", ErrorType.Unknown, null, null, HttpStatusCode.BadRequest), UpstreamFault.None),
        (new LimitExceededException("…", ErrorType.Unknown, null, null, HttpStatusCode.BadRequest), UpstreamFault.None),
        (new NotAuthorizedException("…"), UpstreamFault.None),
        (new InvalidOperationException("a bug"), UpstreamFault.None),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Tells_faults_apart(int row) => UpstreamFaults.Of(Table[row].Exception).ShouldBe(Table[row].Fault, Table[row].Exception.ToString());

    [Fact]
    public void Knows_which_calls_may_have_taken_effect_all_the_same() =>
        Enum.GetValues<UpstreamFault>().Where(UpstreamFaults.IsAmbiguous).ShouldBe([UpstreamFault.TimedOut, UpstreamFault.Broken, UpstreamFault.Garbled]);

    private static AmazonCognitoIdentityProviderException Named(string? code, int status) => new("…", ErrorType.Unknown, code, null, (HttpStatusCode)status);
}
