using System.Globalization;
using System.Text.Json;
using Amazon.CognitoIdentityProvider.Model;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Http;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

public sealed class UpstreamDateTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Records_the_date_of_an_answer()
    {
        await using var stub = await CognitoStub.Answering("{}", headers: ("Date", Noon.ToString("R")));
        using var client = stub.Client();

        var date = UpstreamDate.Begin();
        date.Value.ShouldBeNull();
        await client.GlobalSignOutAsync(new GlobalSignOutRequest());

        date.Value.ShouldBe(Noon);
    }

    [Fact]
    public async Task Records_the_date_of_an_error_too()
    {
        await using var stub = await CognitoStub.Answering("""{"__type":"NotAuthorizedException"}""", 400, ("Date", Noon.ToString("R")));
        using var client = stub.Client();

        var date = UpstreamDate.Begin();
        await Should.ThrowAsync<NotAuthorizedException>(() => client.GlobalSignOutAsync(new GlobalSignOutRequest()));

        date.Value.ShouldBe(Noon);
    }

    [Fact]
    public async Task A_date_that_is_none_is_no_date()
    {
        await using var stub = await CognitoStub.Answering("{}", headers: ("Date", "yesterday"));
        using var client = stub.Client();

        var date = UpstreamDate.Begin();
        await client.GlobalSignOutAsync(new GlobalSignOutRequest());

        date.Value.ShouldBeNull();
    }

    [Fact]
    public async Task Parallel_calls_on_one_client_do_not_mix_their_dates()
    {
        await using var stub = await CognitoStub.Start(async context =>
        {
            var request = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
            var hours = int.Parse(request.GetProperty("AccessToken").GetString()!, CultureInfo.InvariantCulture);
            context.Response.Headers.Date = Noon.AddHours(hours).ToString("R");
            await context.Response.WriteAsync("{}");
        });
        using var client = stub.Client();

        async Task<DateTimeOffset?> SignOut(int hours)
        {
            var date = UpstreamDate.Begin();
            await client.GlobalSignOutAsync(new GlobalSignOutRequest { AccessToken = hours.ToString(CultureInfo.InvariantCulture) });
            return date.Value;
        }

        var dates = await Task.WhenAll(Enumerable.Range(0, 20).Select(SignOut));

        dates.ShouldBe(Enumerable.Range(0, 20).Select(hours => (DateTimeOffset?)Noon.AddHours(hours)));
    }
}
