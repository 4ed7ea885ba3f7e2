using CognitoAuth.Application;

namespace CognitoAuth.UnitTests.Application;

public sealed class SecurityOptionsValidatorTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("a-key-that-is-too-short", false)]
    [InlineData("a-key-that-has-exactly-32-letters", true)]
    public void Wants_a_pseudonym_key_that_cannot_be_tried_out(string? key, bool isGood) =>
        (Validate(new SecurityOptions { PseudonymKey = key }).Count == 0).ShouldBe(isGood);

    [Theory]
    [InlineData("wr0ng")]
    [InlineData("10.0.0.0/33")]
    [InlineData("wr0ng.example/8")]
    [InlineData("")]
    public void Wants_proxies_to_be_addresses_or_networks(string proxy)
    {
        var line = Validate(new SecurityOptions { TrustedProxies = ["127.0.0.1", proxy] }).ShouldHaveSingleItem();
        line.ShouldStartWith("Security:TrustedProxies must hold");
        line.ShouldNotContain("wr0ng");
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void Does_not_trust_every_address(string proxy) => Validate(new SecurityOptions { TrustedProxies = [proxy] }).ShouldHaveSingleItem().ShouldStartWith("Security:TrustedProxies must not");

    [Theory]
    [InlineData("wr0ng")]
    [InlineData("email_verified")]
    [InlineData("Custom:role")]
    [InlineData("dev:custom:role")]
    [InlineData(null)]
    public void Opens_custom_attributes_alone(string? attribute)
    {
        var line = Validate(new SecurityOptions { WritableAttributes = ["custom:plan", attribute!] }).ShouldHaveSingleItem();
        line.ShouldStartWith("Security:WritableAttributes");
        line.ShouldNotContain("wr0ng");
    }

    [Theory]
    [InlineData("*")]
    [InlineData("null")]
    [InlineData("app.example.com")]
    [InlineData("http://app.example.com")]
    [InlineData("https://app.example.com/")]
    [InlineData("https://app.example.com/wr0ng")]
    [InlineData("https://APP.example.com")]
    [InlineData("https://*.example.com")]
    [InlineData("https://jane@app.example.com")]
    [InlineData("")]
    [InlineData(null)]
    public void Wants_origins_as_browsers_send_them(string? origin)
    {
        var line = Validate(new SecurityOptions { CorsOrigins = ["https://app.example.com", origin!] }).ShouldHaveSingleItem();
        line.ShouldStartWith("Security:CorsOrigins must hold origins");
        line.ShouldNotContain("wr0ng");
    }

    [Fact]
    public void Wants_no_time_before_a_sign_in() =>
        Validate(new SecurityOptions { ReauthenticateAfter = TimeSpan.FromSeconds(-1) }).ShouldHaveSingleItem().ShouldStartWith("Security:ReauthenticateAfter");

    [Theory]
    [InlineData(-1)]
    [InlineData(5_001)]
    public void Wants_a_floor_that_callers_can_bear(int milliseconds) =>
        Validate(new SecurityOptions { AnswerFloor = TimeSpan.FromMilliseconds(milliseconds) }).ShouldHaveSingleItem().ShouldStartWith("Security:AnswerFloor must be between 00:00:00, which turns it off, and 00:00:05.");

    [Theory]
    [InlineData(0, 60, "Security:RateLimits:CodesPerAccount:Permits must be between 1 and 1000000.")]
    [InlineData(1_000_001, 60, "Security:RateLimits:CodesPerAccount:Permits must be between 1 and 1000000.")]
    [InlineData(10, 0.5, "Security:RateLimits:CodesPerAccount:Window must be between 00:00:01 and 1.00:00:00.")]
    [InlineData(10, 86_401, "Security:RateLimits:CodesPerAccount:Window must be between 00:00:01 and 1.00:00:00.")]
    public void Wants_limits_that_can_be_kept(int permits, double seconds, string line)
    {
        var security = new SecurityOptions();
        (security.RateLimits.CodesPerAccount.Permits, security.RateLimits.CodesPerAccount.Window) = (permits, TimeSpan.FromSeconds(seconds));
        Validate(security).ShouldBe([line]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Acme: Shop")]
    public void Wants_a_name_that_authenticator_apps_can_show(string issuer) => Validate(new SecurityOptions { TotpIssuer = issuer }).ShouldHaveSingleItem().ShouldStartWith("Security:TotpIssuer");

    [Fact]
    public void Says_a_line_for_each_fault_at_once() => Validate(new SecurityOptions { TrustedProxies = ["wr0ng", "::/0"], WritableAttributes = ["sub"] }).Count.ShouldBe(3);

    [Fact]
    public void Has_nothing_against_settings_that_are_right()
    {
        Validate(new SecurityOptions()).ShouldBeEmpty();
        Validate(new SecurityOptions { ReauthenticateAfter = TimeSpan.Zero, TotpIssuer = "Acme Shop" }).ShouldBeEmpty();
        Validate(new SecurityOptions { TrustedProxies = ["10.0.0.0/8", "127.0.0.1", "::1", "fd00::/8"], WritableAttributes = ["custom:plan"] }).ShouldBeEmpty();
        Validate(new SecurityOptions { CorsOrigins = ["https://app.example.com", "https://app.example.com:8443", "http://localhost:3000", "http://127.0.0.1:5173"] }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.9)]
    [InlineData(3_601)]
    public void Wants_a_staleness_that_neither_a_moment_nor_a_day_makes(double seconds) =>
        Validate(new SecurityOptions { RevocationStaleness = TimeSpan.FromSeconds(seconds) }).ShouldHaveSingleItem().ShouldStartWith("Security:RevocationStaleness");

    [Theory]
    [InlineData("PerClient")]
    [InlineData("SignInPerAccount")]
    [InlineData("CodesPerAccount")]
    [InlineData("AttemptsPerSession")]
    public void Every_limit_is_validated(string name)
    {
        var security = new SecurityOptions();
        security.RateLimits.All.Single(limit => limit.Name == name).Permits = 0;

        Validate(security).ShouldHaveSingleItem().ShouldStartWith($"Security:RateLimits:{name}:Permits");
    }

    private static List<string> Validate(SecurityOptions options) => [.. new SecurityOptionsValidator().Validate(null, options).Failures ?? []];
}
