using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using CognitoAuth.Api.Hosting;
using CognitoAuth.IntegrationTests.Support;
using CognitoAuth.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

public sealed class OpenTelemetryTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task Traces_and_metrics_are_sent_to_the_address_of_the_standard_settings()
    {
        await using var receiver = await OtlpReceiver.Start();
        await using (var api = TestApi.Start(settings: receiver.Settings))
        {
            await api.WarmUp();
            var tokens = await api.SignIn(api.Cognito.Pool.Add());
            using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
            request.Headers.Authorization = new("Bearer", tokens.Access);
            request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
            (await api.Send(request)).Status.ShouldBe(200);
            (await api.Get("/health/live")).Status.ShouldBe(200);
        }

        // The end of the host sends what was collected. The program disposes of the host on its own thread, which the test does not wait for.
        await Wait.Until(() => receiver.Of("/v1/traces").Length > 0 && receiver.Of("/v1/metrics").Contains("dotnet.gc", StringComparison.Ordinal));
        var traces = receiver.Of("/v1/traces");
        string[] inTraces = ["SignInCommand", "InitiateAuth", "GetMeQuery", "GetUser", "/v1/auth/sign-in", "cognitoauth", BuildVersion.Text, string.Concat(Convert.FromHexString(Trace).Select(octet => (char)octet))];
        inTraces.Where(name => !traces.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
        // The HTTP client of this test is traced too, with another attribute.
        Regex.IsMatch(traces, "url\\.path.{1,8}/v1/me", RegexOptions.Singleline, TimeSpan.FromSeconds(10)).ShouldBeTrue();
        Regex.IsMatch(traces, "url\\.path.{1,8}/health", RegexOptions.Singleline, TimeSpan.FromSeconds(10)).ShouldBeFalse();
        var metrics = receiver.Of("/v1/metrics");
        string[] inMetrics = ["cognitoauth.flow.duration", "cognitoauth.upstream.attempt.duration", "cognitoauth.token.verifications", "cognitoauth.jwks.age", "cognitoauth.revocation.entries", "dotnet.gc"];
        inMetrics.Where(name => !metrics.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_collected_without_the_address_of_a_collector()
    {
        await using var api = TestApi.Start();

        api.Services.GetService<TracerProvider>().ShouldBeNull();
        api.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    [Fact]
    public async Task The_API_works_when_the_collector_is_unavailable()
    {
        // No process listens on the discard port.
        await using var api = TestApi.Start(settings: new Dictionary<string, string?> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf" });
        await api.WarmUp();

        await api.SignIn(api.Cognito.Pool.Add());
    }

    [Fact]
    public async Task The_refusal_of_a_signed_out_token_is_counted_with_its_reason()
    {
        await using var api = TestApi.Start();
        await api.WarmUp();
        var tokens = await api.SignIn(api.Cognito.Pool.Add());
        using var metrics = new RecordedMetrics(api.Services.GetRequiredService<IMeterFactory>());

        (await api.Get("/v1/auth/verify", tokens.Access)).Status.ShouldBe(200);
        (await api.Post("/v1/auth/sign-out", new { }, tokens.Access)).Status.ShouldBe(204);
        (await api.Get("/v1/auth/verify", tokens.Access)).Status.ShouldBe(401);

        metrics.Of("cognitoauth.revocation.refusals").Count.ShouldBe(1);
    }
}
