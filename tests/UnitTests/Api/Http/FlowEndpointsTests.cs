using CognitoAuth.Api.Http;
using CognitoAuth.Api.OpenApi;
using CognitoAuth.Application.Pipeline;
using CognitoAuth.Domain;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.UnitTests.Api.Http;

/// <summary>How <see cref="FlowEndpoints"/> bind requests, write responses and describe themselves.</summary>
public sealed class FlowEndpointsTests
{
    [Fact]
    public async Task A_flow_gets_the_token_and_the_values_of_route_and_query()
    {
        var call = await Call(Page, "/pages/a%20b?limit=7", "Bearer access-1");

        call.Flow.ShouldBe(new PageQuery(new Secret("access-1"), "a b", 7));
        call.Status.ShouldBe(202);
        call.Body.ShouldBe("""{"text":"a b 7"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?limit=")]
    public async Task An_omitted_value_is_null(string query)
    {
        var call = await Call(Page, $"/pages/a{query}", authorization: null);

        call.Flow.ShouldBe(new PageQuery(Secret.Empty, "a", null));
    }

    [Theory]
    [InlineData("two")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("1&limit=2")]
    public async Task A_number_that_cannot_be_read_is_a_bad_request(string limit)
    {
        var call = await Call(Page, $"/pages/a?limit={limit}", "Bearer access-1");

        call.Status.ShouldBe(400);
        call.Flow.ShouldBeNull();
    }

    [Fact]
    public async Task A_required_value_that_is_left_out_is_a_bad_request()
    {
        var missing = await Call(Found, "/pages", "Bearer access-1");
        var empty = await Call(Found, "/pages?id=", "Bearer access-1");

        missing.Status.ShouldBe(400);
        missing.Flow.ShouldBeNull();
        empty.Flow.ShouldBe(new PageQuery(new Secret("access-1"), "", null));
    }

    [Fact]
    public async Task A_route_value_is_not_read_from_the_query() => (await Call(Page, "/pages/a?id=b", "Bearer access-1")).Flow.ShouldBe(new PageQuery(new Secret("access-1"), "a", null));

    [Fact]
    public async Task A_flow_without_a_value_returns_204() => (await Call(Delete, "/pages/a", "Bearer access-1", HttpMethod.Delete)).Status.ShouldBe(204);

    [Fact]
    public async Task A_flow_that_fails_returns_its_error_as_problem_details()
    {
        var call = await Call(Page, "/pages/missing", "Bearer access-1");

        call.Status.ShouldBe(404);
        call.Body.ShouldContain("\"code\":\"not_found\"");
    }

    [Fact]
    public void An_endpoint_describes_its_flow_its_parameters_and_its_response()
    {
        var metadata = EndpointOf(Page).Metadata;

        metadata.GetMetadata<EndpointFlow>()!.Type.ShouldBe(typeof(PageQuery));
        metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(value => (value.Name, value.ParameterInfo.ParameterType, value.IsOptional)).ShouldBe([("id", typeof(string), false), ("limit", typeof(int?), true)]);
        metadata.GetMetadata<IProducesResponseTypeMetadata>().ShouldSatisfyAllConditions(response => response!.StatusCode.ShouldBe(202), response => response!.Type.ShouldBe(typeof(PageResponse)));
        EndpointOf(Delete).Metadata.GetMetadata<IProducesResponseTypeMetadata>()!.StatusCode.ShouldBe(204);
        EndpointOf(Delete).Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.ShouldBe(["DELETE"]);
    }

    [Fact]
    public void Mapping_refuses_a_parameter_of_another_type() =>
        Should.Throw<NotSupportedException>(() => EndpointOf(app => app.MapFlow(HttpMethods.Get, "/pages", (BearerToken bearer, Guid since) => new PageQuery(bearer.OrEmpty, $"{since}", null), (string text) => text)))
            .Message.ShouldContain("since");

    private static void Page(IEndpointRouteBuilder app) => app.MapFlow(
        HttpMethods.Get, "/pages/{id}", (BearerToken bearer, string id, int? limit) => new PageQuery(bearer.OrEmpty, id, limit), (string text) => new PageResponse(text), StatusCodes.Status202Accepted);

    private static void Found(IEndpointRouteBuilder app) => app.MapFlow(
        HttpMethods.Get, "/pages", (BearerToken bearer, string id) => new PageQuery(bearer.OrEmpty, id, null), (string text) => new PageResponse(text));

    private static void Delete(IEndpointRouteBuilder app) => app.MapFlow(HttpMethods.Delete, "/pages/{id}", (BearerToken bearer, string id) => new DeletePageCommand(bearer.OrEmpty, id));

    private static Endpoint EndpointOf(Action<IEndpointRouteBuilder> map)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        map(app);
        return ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).ShouldHaveSingleItem();
    }

    /// <summary>Sends one request to a server with only that endpoint.</summary>
    private static async Task<(IFlow? Flow, int Status, string Body)> Call(Action<IEndpointRouteBuilder> map, string target, string? authorization, HttpMethod? method = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var flows = new RecordedFlows();
        builder.Services.AddSingleton<IFlows>(flows);
        await using var app = builder.Build();
        map(app);
        await app.StartAsync();

        using var client = new HttpClient();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(new Uri(app.Urls.Single()), target));
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await client.SendAsync(request);
        return (flows.Sent, (int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private sealed record PageQuery(Secret AccessToken, string Id, int? Limit) : IProtectedFlow<string>;

    private sealed record PageResponse(string Text);

    private sealed record DeletePageCommand(Secret AccessToken, string Id) : IProtectedFlow<Success>;

    private sealed class RecordedFlows : IFlows
    {
        public IFlow? Sent { get; private set; }

        public Task<Result<T>> Send<T>(IFlow<T> flow, CancellationToken cancellationToken = default)
        {
            Sent = flow;
            return Task.FromResult(flow switch
            {
                PageQuery { Id: "missing" } => Result<T>.Failure(AuthErrors.NotFound),
                PageQuery page => (Result<T>)(object)Result<string>.Of($"{page.Id} {page.Limit}"),
                _ => (Result<T>)(object)Result<Success>.Of(default),
            });
        }
    }
}
