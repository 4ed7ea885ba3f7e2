using CognitoAuth.Application.Pipeline.RateLimits;
using CognitoAuth.Domain;

namespace CognitoAuth.UnitTests.Application.Pipeline.RateLimits;

public sealed class RateLimitTests
{
    private const string Session = "AYABeC9vV2mHh3mV-Zs0Fq_Xk1kAHQABAAdTZXJ2aWNlABBDb2duaXRvVXNlclBvb2xz";

    private static readonly RateLimit Limit = new("Limit") { Permits = 20, Window = TimeSpan.FromMinutes(5) };

    [Theory]
    [InlineData("192.0.2.7", "::ffff:192.0.2.7")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff:ffff:ffff:ffff")]
    [InlineData("fe80::1%1", "fe80::2%2")]
    [InlineData(null, "")]
    public void Addresses_of_one_client_share_a_counter(string? one, string? other) => Limit.OfClient(one).ShouldBe(Limit.OfClient(other));

    [Theory]
    [InlineData("192.0.2.7", "192.0.2.8")]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1")]
    [InlineData("192.0.2.7", null)]
    public void Clients_have_separate_counters(string? one, string? other) => Limit.OfClient(one).ShouldNotBe(Limit.OfClient(other));

    [Theory]
    [InlineData("jane@example.com", "Jane@Example.COM")]
    [InlineData("ÉLODIE", "élodie")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφος")]
    public void Names_that_differ_in_case_share_a_counter(string one, string other)
    {
        Limit.OfAccount("sign-in", one).ShouldBe(Limit.OfAccount("sign-in", other));
        Limit.OfDestination(one).ShouldBe(Limit.OfDestination(other));
    }

    [Fact]
    public void Different_things_have_separate_counters()
    {
        RateLimitKey[] keys = [Limit.OfAccount("sign-in", "jane"), Limit.OfAccount("reset", "jane"), Limit.OfAccount("sign-in", "joe"), Limit.OfDestination("jane"), Limit.Of("jane", "sign-in"), Limit.Of("sign", "-injane")];

        keys.Distinct().Count().ShouldBe(keys.Length);
    }

    [Fact]
    public void Name_of_any_length_has_a_counter() => Limit.OfAccount("sign-in", new string('x', 60_000)).ShouldNotBe(Limit.OfAccount("sign-in", new string('x', 60_001)));

    // A lenient Base64 decoder reads them as the same session.
    [Theory]
    [InlineData(Session + "=")]
    [InlineData(Session + "==")]
    [InlineData(Session + "\r\n")]
    [InlineData(" " + Session)]
    [InlineData("AYABeC9vV2mHh3mV-Zs0Fq_Xk1kAHQABAAdTZXJ2aWNl\nABBDb2duaXRvVXNlclBvb2xz")]
    [InlineData("AYABeC9vV2mHh3mV+Zs0Fq/Xk1kAHQABAAdTZXJ2aWNlABBDb2duaXRvVXNlclBvb2xz")]
    [InlineData("AYABeC9vV2mHh3mV-Zs0Fq_Xk1kAHQABAAdTZXJ2aWNlABBDb2duaXRvVXNlclBvb2x0")]
    public void Spellings_of_a_session_share_a_counter(string spelling) => Limit.OfSession(new Secret(spelling)).ShouldBe(Limit.OfSession(new Secret(Session)));

    [Theory]
    [InlineData("AYABeC9vV2mHh3mV-Zs0Fq_Xk1kBHQABAAdTZXJ2aWNlABBDb2duaXRvVXNlclBvb2xz")]
    [InlineData("")]
    [InlineData("===")]
    public void Sessions_have_separate_counters(string other) => Limit.OfSession(new Secret(other)).ShouldNotBe(Limit.OfSession(new Secret(Session)));

    [Fact]
    public void Permits_return_evenly_or_one_per_window()
    {
        Limit.Interval.ShouldBe(TimeSpan.FromSeconds(15));
        new RateLimit("Limit", refillsEvenly: false) { Permits = 5, Window = TimeSpan.FromMinutes(15) }.Interval.ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void Counter_keeps_no_name()
    {
        Limit.OfAccount("sign-in", "jane").ToString().ShouldNotContain("jane");
        Limit.OfSession(new Secret(Session)).ToString().ShouldNotContain("AYAB");
    }
}
