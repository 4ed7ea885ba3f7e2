using System.Text.Json;
using CognitoAuth.IntegrationTests.Support;

namespace CognitoAuth.IntegrationTests.Api.Hosting;

public sealed class AuditTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    private static readonly Dictionary<string, string?> Keyed = new() { ["Security:PseudonymKey"] = "a-key-of-the-tests-that-is-long-enough" };

    [Fact]
    public async Task An_event_can_be_routed_and_found_by_trace_correlation_address_and_account()
    {
        await using var api = TestApi.Start(settings: Keyed);
        await api.WarmUp();
        var username = api.Cognito.Pool.Add();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/auth/sign-in") { Content = JsonContent.Create(new { username, password = "Wrong-horse-1" }) };
        request.Headers.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");
        request.Headers.Add("X-Correlation-Id", "order-7");
        (await api.Send(request)).Status.ShouldBe(401);
        await api.SignIn(username.ToUpperInvariant());

        var failed = Events(api).Last(happened => happened.Name == "sign_in.failed").Event;
        failed.GetProperty("SourceContext").GetString().ShouldBe("CognitoAuth.Audit");
        failed.GetProperty("EventId").GetProperty("Name").GetString().ShouldBe("SecurityEvent");
        failed.GetProperty("ErrorCode").GetString().ShouldBe("invalid_credentials");
        failed.GetProperty("IpAddress").GetString().ShouldBe("127.0.0.1");
        failed.GetProperty("CorrelationId").GetString().ShouldBe("order-7");
        failed.GetProperty("@tr").GetString().ShouldBe(Trace);
        var succeeded = Events(api).Last(happened => happened.Name == "sign_in.succeeded").Event;
        // The same account in another spelling.
        succeeded.GetProperty("Account").GetString().ShouldBe(failed.GetProperty("Account").GetString());
        succeeded.GetProperty("Subject").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task An_account_has_one_pseudonym_on_all_instances_with_the_key()
    {
        string?[] settings = ["Keyed", "Keyed", null, null];
        var pseudonyms = await Task.WhenAll(settings.Select(async keyed =>
        {
            await using var api = TestApi.Start(settings: keyed is null ? null : Keyed);
            await api.Post("/v1/auth/sign-in", new { username = "jane", password = "" });
            return Events(api).Single().Event.GetProperty("Account").GetString();
        }));

        pseudonyms[1].ShouldBe(pseudonyms[0]);
        pseudonyms.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
    }

    private static IEnumerable<(string? Name, JsonElement Event)> Events(TestApi api) => api.Log.Lines.Select(line => JsonElement.Parse(line))
        .Where(line => line.TryGetProperty("SourceContext", out var category) && category.GetString() == "CognitoAuth.Audit")
        .Select(line => (line.GetProperty("SecurityEvent").GetString(), line));
}
