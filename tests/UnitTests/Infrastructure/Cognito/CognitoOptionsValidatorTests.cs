using CognitoAuth.Infrastructure.Cognito;

namespace CognitoAuth.UnitTests.Infrastructure.Cognito;

public sealed class CognitoOptionsValidatorTests
{
    // A value that must not appear in any line: it could be a secret in the wrong setting.
    private const string Wrong = "wr0ng value!";

    private static readonly (string Fault, Action<CognitoOptions> Change)[] Faults =
    [
        ("Cognito:Region is missing", options => options.Region = ""),
        ("Cognito:Region must be", options => options.Region = Wrong),
        ("Cognito:Region must be", options => options.Region = "eu-central-1\n"),
        ("Cognito:UserPoolId is missing", options => options.UserPoolId = ""),
        ("Cognito:UserPoolId must be", options => options.UserPoolId = Wrong),
        ("Cognito:UserPoolId must begin", options => options.UserPoolId = "us-east-1_AbCdEfGhI"),
        ("Cognito:ClientId is missing", options => options.ClientId = ""),
        ("Cognito:ClientId must have", options => options.ClientId = Wrong),
        ("Cognito:ClientId must have", options => options.ClientId = "client1\n"),
        ("Cognito:ClientId must have", options => options.ClientId = new string('c', 129)),
        ("Cognito:AcceptedClientIds", options => options.AcceptedClientIds = ["client2", Wrong]),
        ("Cognito:AcceptedClientIds", options => options.AcceptedClientIds = [null!]),
        ("Cognito:MachineClientIds must hold", options => options.MachineClientIds = ["client2", Wrong]),
        ("Cognito:MachineClientIds must hold", options => options.MachineClientIds = [null!]),
        ("Cognito:MachineClientIds must not hold", options => options.MachineClientIds = ["client2", options.ClientId]),
        ("Cognito:ClientSecrets", options => options.ClientSecrets = ["secret", Wrong + new string('s', 65)]),
        ("Cognito:ClientSecrets", options => options.ClientSecrets = [""]),
        ("Cognito:ServiceUrl", options => options.ServiceUrl = "http://cognito.example"),
        ("Cognito:ServiceUrl", options => options.ServiceUrl = $"https://user:{Wrong}@cognito.example"),
        ("Cognito:ServiceUrl", options => options.ServiceUrl = "https://cognito.example/?a=b"),
        ("Cognito:ServiceUrl", options => options.ServiceUrl = "cognito.example"),
        ("Cognito:ServiceUrl", options => options.ServiceUrl = "ftp://127.0.0.1"),
        ("Cognito:Issuer", options => options.Issuer = "http://issuer.example"),
        ("Cognito:Issuer", options => options.Issuer = Wrong),
        ("Cognito:PasswordPolicy:MinimumLength", options => options.PasswordPolicy = new() { MinimumLength = 5 }),
        ("Cognito:PasswordPolicy:MinimumLength", options => options.PasswordPolicy = new() { MinimumLength = 100 }),
        ("Cognito:Passkeys:RelyingPartyId", options => options.Passkeys.RelyingPartyId = Wrong),
        ("Cognito:Passkeys:RelyingPartyId", options => options.Passkeys.RelyingPartyId = "https://example.com"),
        ("Cognito:Passkeys:RelyingPartyId", options => options.Passkeys.RelyingPartyId = "example.com\n"),
        ("Cognito:RefreshTokenLifetime", options => options.RefreshTokenLifetime = TimeSpan.FromMinutes(59)),
        ("Cognito:RefreshTokenLifetime", options => options.RefreshTokenLifetime = TimeSpan.FromDays(3651)),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Faults.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_fault_gets_one_line_that_does_not_quote_the_value(int row)
    {
        var options = Right();
        Faults[row].Change(options);

        var line = Validate(options).ShouldHaveSingleItem();
        line.ShouldStartWith(Faults[row].Fault);
        line.ShouldNotContain("wr0ng");
        line.ShouldNotContain('\n');
    }

    [Fact]
    public void All_faults_get_their_line_at_once() => Validate(new CognitoOptions { Issuer = "", ServiceUrl = "" }).Count.ShouldBe(5);

    [Fact]
    public void Correct_settings_have_no_faults()
    {
        Validate(Right()).ShouldBeEmpty();

        var elsewhere = Right();
        elsewhere.UserPoolId = "us-east-1_LocalPool";
        elsewhere.ServiceUrl = "http://127.0.0.1:5000";
        elsewhere.Issuer = "http://localhost:5000/us-east-1_LocalPool";
        elsewhere.AcceptedClientIds = ["client2"];
        elsewhere.MachineClientIds = ["client3"];
        elsewhere.ClientSecrets = ["first", "second"];
        elsewhere.RefreshTokenLifetime = TimeSpan.FromHours(1);
        Validate(elsewhere).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("us-gov-west-1")]
    [InlineData("ap-southeast-2")]
    [InlineData("cn-north-1")]
    public void All_forms_of_region_names_are_accepted(string region)
    {
        var options = Right();
        (options.Region, options.UserPoolId) = (region, $"{region}_AbCdEfGhI");

        Validate(options).ShouldBeEmpty();
    }

    [Fact]
    public void The_issuers_and_the_key_set_URL_are_derived_from_the_pool()
    {
        Right().Issuers.ShouldBe(["https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI", "https://issuer-cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI"]);
        Right().JwksUri.AbsoluteUri.ShouldBe("https://cognito-idp.eu-central-1.amazonaws.com/eu-central-1_AbCdEfGhI/.well-known/jwks.json");
        new CognitoOptions { Issuer = "https://issuer.example/pool/" }.Issuers.ShouldBe(["https://issuer.example/pool"]);
    }

    private static CognitoOptions Right() => new() { Region = "eu-central-1", UserPoolId = "eu-central-1_AbCdEfGhI", ClientId = "1example23456789" };

    private static List<string> Validate(CognitoOptions options) => [.. new CognitoOptionsValidator().Validate(null, options).Failures ?? []];
}
