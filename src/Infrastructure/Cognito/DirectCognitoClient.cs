using System.Net.Http.Headers;
using System.Runtime.ExceptionServices;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Internal;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>
/// The Cognito client of this API. Calls that need no signature, which are nearly all, bypass the pipeline of the AWS runtime: it costs more than the rest of such a call, and does nothing for it
/// (docs/adr/0018). Signed calls go through the pipeline, as in the base class. Requests, responses and exceptions are the same both ways.
/// </summary>
/// <remarks>Calls that bypass the pipeline are never retried here, and do not appear in the runtime's events, metrics, traces and log: the gateway has its own.</remarks>
internal sealed class DirectCognitoClient : AmazonCognitoIdentityProviderClient
{
    private static readonly MediaTypeHeaderValue ContentType = new(Protocol.ContentType);

    private readonly HttpMessageInvoker _http;
    private readonly Uri _endpoint;
    private readonly string _userAgent;
    private readonly TimeSpan _timeout;

    /// <summary>A client of one endpoint.</summary>
    /// <param name="credentials">The credentials of signed calls; <see langword="null"/> for those of the environment.</param>
    /// <param name="config">It must turn the runtime's retries off: they would apply to signed calls only.</param>
    public DirectCognitoClient(AWSCredentials? credentials, AmazonCognitoIdentityProviderConfig config) : this(credentials, config, Handler(config))
    {
    }

    /// <summary>Sends unsigned calls with this handler, and disposes it.</summary>
    internal DirectCognitoClient(AWSCredentials? credentials, AmazonCognitoIdentityProviderConfig config, HttpMessageHandler handler) : base(credentials!, config)
    {
        if (config.MaxErrorRetry > 0 || config.MaxStaleConnectionRetries > 0) throw new ArgumentException("The client does not retry: the configuration must turn retries off.", nameof(config));

        _http = new HttpMessageInvoker(handler);
        _endpoint = new Uri(config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new InitiateAuthRequest())).URL);
        _userAgent = config.UserAgent;
        _timeout = config.Timeout ?? Timeout.InfiniteTimeSpan;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) _http.Dispose();
        base.Dispose(disposing);
    }

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline)
    {
        base.CustomizeRuntimePipeline(pipeline);
        pipeline.AddHandler(new CognitoDateHandler());
    }

    private protected override Task<TResponse> InvokeAsync<TRequest, TResponse>(TRequest request, CancellationToken cancellationToken) =>
        request is IUnsignedRequest ? Send<TRequest, TResponse>(request, cancellationToken) : base.InvokeAsync<TRequest, TResponse>(request, cancellationToken);

    private async Task<TResponse> Send<TRequest, TResponse>(TRequest request, CancellationToken cancellationToken)
        where TRequest : AmazonCognitoIdentityProviderRequest, IRequestShape
        where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new()
    {
        using var message = Message(TRequest.Target, JsonWriting.ToBytes(request));
        // The timeout covers the whole response, including the body.
        using var timeout = _timeout == Timeout.InfiniteTimeSpan ? null : CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout?.CancelAfter(_timeout);
        var ending = timeout?.Token ?? cancellationToken;
        try
        {
            using var response = await _http.SendAsync(message, ending);
            CognitoHttpClientFactory.RefuseRedirect(response);
            using var body = await PooledBody.Read(response.Content.ReadAsStream(ending), CognitoHttpClientFactory.LargestResponse, ending) ?? throw CognitoHttpClientFactory.TooLarge();
            return response.IsSuccessStatusCode ? Read<TResponse>(response, body) : throw Error(response, body);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"There was no response within {_timeout}.", exception);
        }
        catch (HttpRequestException exception) when (exception.InnerException is IOException inner)
        {
            // As the AWS runtime does.
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static SocketsHttpHandler Handler(AmazonCognitoIdentityProviderConfig config)
    {
        var handler = CognitoHttpClientFactory.CreateHandler(config);
        // The gateway has a span for each attempt, and Cognito ignores trace headers.
        handler.ActivityHeadersPropagator = null;
        return handler;
    }

    private HttpRequestMessage Message(string target, byte[] body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = new ByteArrayContent(body) };
        message.Content.Headers.ContentType = ContentType;
        message.Headers.TryAddWithoutValidation(Protocol.TargetHeader, target);
        message.Headers.TryAddWithoutValidation("User-Agent", _userAgent);
        return message;
    }

    private static TResponse Read<TResponse>(HttpResponseMessage response, PooledBody body)
        where TResponse : AmazonWebServiceResponse, IResponseShape<TResponse>, new()
    {
        var requestId = Header(response, CognitoError.RequestIdHeader);
        try
        {
            var result = JsonReading.Response<TResponse>(body.Bytes.Span);
            result.ResponseMetadata = CognitoDate.Metadata(requestId, Header(response, CognitoDate.Header));
            result.HttpStatusCode = response.StatusCode;
            result.ContentLength = body.Bytes.Length;
            return result;
        }
        catch (Exception exception)
        {
            throw new AmazonUnmarshallingException(requestId, lastKnownLocation: null, exception, response.StatusCode);
        }
    }

    private static AmazonCognitoIdentityProviderException Error(HttpResponseMessage response, PooledBody body) =>
        CognitoDate.With(CognitoError.Read(body.Bytes.Span, name => Header(response, name), innerException: null, response.StatusCode), Header(response, CognitoDate.Header));

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
