using CognitoAuth.Application;

namespace CognitoAuth.UnitTests.Application;

public sealed class SecurityOptionsValidatorTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("", true)]
    [InlineData("a-key-that-is-too-short", false)]
    [InlineData("a-key-that-has-exactly-32-letters", true)]
    public void A_pseudonym_key_that_is_too_short_is_refused(string? key, bool isGood) =>
        (Validate(new SecurityOptions { PseudonymKey = key }).Count == 0).ShouldBe(isGood);

    [Theory]
    [InlineData("wr0ng")]
    [InlineData("10.0.0.0/33")]
    [InlineData("wr0ng.example/8")]
    [InlineData("")]
    public void A_proxy_that_is_no_address_or_network_is_refused(string proxy)
    {
        var line = Validate(new SecurityOptions { TrustedProxies = ["127.0.0.1", proxy] }).ShouldHaveSingleItem();
        line.ShouldStartWith("Security:TrustedProxies must contain");
        line.ShouldNotContain("wr0ng");
    }

    [Theory]
    [InlineData("0.0.0.0/0")]
    [InlineData("::/0")]
    public void A_proxy_network_of_every_address_is_refused(string proxy) => Validate(new SecurityOptions { TrustedProxies = [proxy] }).ShouldHaveSingleItem().ShouldStartWith("Security:TrustedProxies must not");

    [Theory]
    [InlineData("wr0ng")]
    [InlineData("email_verified")]
    [InlineData("Custom:role")]
    [InlineData("dev:custom:role")]
    [InlineData(null)]
    public void Writable_attributes_must_be_custom(string? attribute)
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
    public void An_origin_that_browsers_would_not_send_is_refused(string? origin)
    {
        var line = Validate(new SecurityOptions { CorsOrigins = ["https://app.example.com", origin!] }).ShouldHaveSingleItem();
        line.ShouldStartWith("Security:CorsOrigins must contain origins");
        line.ShouldNotContain("wr0ng");
    }

    [Fact]
    public void A_negative_reauthentication_time_is_refused() =>
        Validate(new SecurityOptions { ReauthenticateAfter = TimeSpan.FromSeconds(-1) }).ShouldHaveSingleItem().ShouldStartWith("Security:ReauthenticateAfter");

    [Theory]
    [InlineData(-1)]
    [InlineData(5_001)]
    public void An_answer_floor_below_zero_or_above_five_seconds_is_refused(int milliseconds) =>
        Validate(new SecurityOptions { AnswerFloor = TimeSpan.FromMilliseconds(milliseconds) }).ShouldHaveSingleItem().ShouldStartWith("Security:AnswerFloor must be between 00:00:00, which turns it off, and 00:00:05.");

    [Theory]
    [InlineData(0, 60, "Security:RateLimits:CodesPerAccount:Permits must be between 1 and 1000000.")]
    [InlineData(1_000_001, 60, "Security:RateLimits:CodesPerAccount:Permits must be between 1 and 1000000.")]
    [InlineData(10, 0.5, "Security:RateLimits:CodesPerAccount:Window must be between 00:00:01 and 1.00:00:00.")]
    [InlineData(10, 86_401, "Security:RateLimits:CodesPerAccount:Window must be between 00:00:01 and 1.00:00:00.")]
    public void Rate_limits_out_of_range_are_refused(int permits, double seconds, string line)
    {
        var security = new SecurityOptions();
        (security.RateLimits.CodesPerAccount.Permits, security.RateLimits.CodesPerAccount.Window) = (permits, TimeSpan.FromSeconds(seconds));
        Validate(security).ShouldBe([line]);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Acme: Shop")]
    public void A_TOTP_issuer_that_is_empty_or_has_a_colon_is_refused(string issuer) => Validate(new SecurityOptions { TotpIssuer = issuer }).ShouldHaveSingleItem().ShouldStartWith("Security:TotpIssuer");

    [Fact]
    public void Every_fault_is_reported_at_once() => Validate(new SecurityOptions { TrustedProxies = ["wr0ng", "::/0"], WritableAttributes = ["sub"] }).Count.ShouldBe(3);

    [Fact]
    public void Valid_settings_are_accepted()
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
    public void A_revocation_staleness_out_of_range_is_refused(double seconds) =>
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
