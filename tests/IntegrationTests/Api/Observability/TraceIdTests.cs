using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Observability;

public sealed class TraceIdTests(HiddenApi hidden) : IClassFixture<HiddenApi>
{
    [Fact]
    public async Task The_trace_id_is_that_of_traceparent()
    {
        var response = await Get("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        response.Member("traceId").ShouldBe("0af7651916cd43dd8448eb211c80319c");
        response.Headers["X-Correlation-Id"].ShouldBe("0af7651916cd43dd8448eb211c80319c");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("00-00000000000000000000000000000000-b7ad6b7169203331-01")]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c<script>-b7ad6b7169203331-01")]
    public async Task The_trace_id_is_new_without_a_valid_traceparent(string? traceparent)
    {
        var first = await Get(traceparent);
        first.Member("traceId").ShouldNotBeNull().ShouldMatch("^(?!0{32})[0-9a-f]{32}$");
        (await Get(traceparent)).Member("traceId").ShouldNotBe(first.Member("traceId"));
    }

    [Fact]
    public async Task The_trace_id_of_a_response_is_in_its_log_lines()
    {
        var response = await Get(traceparent: null);
        hidden.Api.Log.Lines.Count(line => line.Contains($"\"@tr\":\"{response.Member("traceId")}\"", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
    }

    private async Task<ApiResponse> Get(string? traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/me");
        if (traceparent is not null) request.Headers.TryAddWithoutValidation("traceparent", traceparent);
        return await hidden.Api.Send(request);
    }
}
