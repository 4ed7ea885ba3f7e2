using System.Diagnostics;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.Infrastructure.Cognito.Gateway;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

public abstract class TransportTests(Way way)
{
    protected static readonly SignUpRequest SignUp = new() { ClientId = "client", Username = "jane", Password = "hunter2" };

    [Fact]
    public async Task A_reset_connection_is_reported_and_the_call_is_not_repeated()
    {
        await using var stub = await CognitoStub.Start(context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = stub.Client(way);

        await Should.ThrowAsync<IOException>(() => client.SignUpAsync(SignUp));

        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_on_a_reused_connection_that_is_reset_is_not_repeated()
    {
        // The runtime calls such a connection stale and repeats ten times by default, whatever the value of MaxErrorRetry.
        var calls = 0;
        await using var stub = await CognitoStub.Start(context =>
        {
            if (Interlocked.Increment(ref calls) == 1) return context.Response.WriteAsync("{}");
            context.Abort();
            return Task.CompletedTask;
        });
        using var client = stub.Client(way);
        await client.SignUpAsync(SignUp);

        await Should.ThrowAsync<Exception>(() => client.SignUpAsync(SignUp));

        stub.Requests.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(500, "InternalErrorException")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(400, "TooManyRequestsException")]
    [InlineData(400, "ThrottlingException")]
    [InlineData(400, "LimitExceededException")]
    [InlineData(400, "RequestExpired")]
    public async Task A_call_that_returned_an_error_is_not_repeated(int status, string name)
    {
        await using var stub = await CognitoStub.Answering($$"""{"__type":"{{name}}","message":"text"}""", status);
        using var client = stub.Client(way);

        await Should.ThrowAsync<AmazonCognitoIdentityProviderException>(() => client.SignUpAsync(SignUp));

        stub.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [Trait("Clock", "Real")]
    [InlineData("")]
    [InlineData("""{"UserConfirmed":""")]
    public async Task The_timeout_covers_headers_and_body_and_the_call_is_not_repeated(string firstBytes)
    {
        await using var stub = await CognitoStub.Start(context => Stall(context, firstBytes));
        // Long enough for the call to arrive on a busy machine.
        using var client = stub.Client(way, timeout: TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();

        var failure = await Should.ThrowAsync<Exception>(() => client.SignUpAsync(SignUp).WaitAsync(TimeSpan.FromSeconds(20)));

        Chain(failure).ShouldContain(exception => exception is TimeoutException, failure.ToString());
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_cancelled_call_ends_and_is_not_a_timeout()
    {
        using var cancellation = new CancellationTokenSource();
        await using var stub = await CognitoStub.Start(async context =>
        {
            await context.Response.WriteAsync("{");
            await context.Response.Body.FlushAsync();
            await cancellation.CancelAsync();
            await Stall(context, "");
        });
        using var client = stub.Client(way);

        var failure = await Should.ThrowAsync<OperationCanceledException>(() => client.SignUpAsync(SignUp, cancellation.Token));

        Chain(failure).ShouldNotContain(exception => exception is TimeoutException);
    }

    [Fact]
    public async Task A_call_cancelled_beforehand_is_not_sent()
    {
        await using var stub = await CognitoStub.Answering("{}");
        using var client = stub.Client(way);

        await Should.ThrowAsync<OperationCanceledException>(() => client.SignUpAsync(SignUp, new CancellationToken(canceled: true)));

        stub.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_oversized_body_is_refused_whether_its_length_is_declared_or_not(bool declared)
    {
        await using var stub = await CognitoStub.Start(async context =>
        {
            var body = new byte[CognitoHttpClientFactory.LargestResponse + 1];
            if (declared) context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        using var client = stub.Client(way);

        var failure = await Should.ThrowAsync<UnusableResponseException>(() => client.SignUpAsync(SignUp));

        failure.Message.ShouldBe("The response is larger than 1048576 bytes.");
        stub.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_largest_body_is_still_read()
    {
        var sub = new string('x', CognitoHttpClientFactory.LargestResponse - """{"UserSub":""}""".Length);
        await using var stub = await CognitoStub.Answering($$"""{"UserSub":"{{sub}}"}""");
        using var client = stub.Client(way);

        (await client.SignUpAsync(SignUp)).UserSub.ShouldBe(sub);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_refused_and_not_followed(int status)
    {
        await using var elsewhere = await CognitoStub.Answering("{}");
        await using var stub = await CognitoStub.Answering("", status, ("Location", elsewhere.Url));
        using var client = stub.Client(way);

        var failure = await Should.ThrowAsync<UnusableResponseException>(() => client.SignUpAsync(SignUp));

        failure.Message.ShouldContain(status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Cookies_are_not_kept()
    {
        await using var stub = await CognitoStub.Answering("{}", headers: ("Set-Cookie", "a=b"));
        using var client = stub.Client(way);

        await client.SignUpAsync(SignUp);
        await client.SignUpAsync(SignUp);

        stub.Requests.ShouldAllBe(request => !request.Headers.ContainsKey("Cookie"));
    }

    private static async Task Stall(HttpContext context, string firstBytes)
    {
        if (firstBytes.Length > 0)
        {
            await context.Response.WriteAsync(firstBytes);
            await context.Response.Body.FlushAsync();
        }

        try
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller disconnected, which the test waits for.
        }
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException) yield return exception;
    }
}
