using System.Text;
using CognitoAuth.LocalCognito.Options;
using CognitoAuth.LocalCognito.Protocol;
using CognitoAuth.LocalCognito.Wire;
using Microsoft.Extensions.Time.Testing;

namespace CognitoAuth.UnitTests.LocalCognito.Wire;

/// <summary>The signed request is the worked example of <c>docs/cognito.md#request-signing</c>, whose recipe also reproduces AWS's published vector.</summary>
public sealed class SignatureCheckTests
{
    private const string Signature = "52f31458438450b9466f85ff716be10f5f68fbaef221984b5f6dfc7900d9e081";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"UserPoolId":"us-east-1_Example","Username":"jane"}""");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    private readonly LocalCognitoOptions _options = new() { AccessKeys = { ["AKIDEXAMPLE"] = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" } };
    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/x-amz-json-1.1",
        ["Host"] = "cognito-idp.us-east-1.amazonaws.com",
        ["X-Amz-Date"] = "20260102T030405Z",
        ["X-Amz-Target"] = "AWSCognitoIdentityProviderService.AdminGetUser",
        ["Authorization"] = Authorization(),
    };

    [Fact]
    public void The_signature_of_the_worked_example_is_accepted() => Check(Body);

    [Fact]
    public void A_signature_with_a_session_token_is_accepted()
    {
        _headers["X-Amz-Security-Token"] = "SESSIONTOKEN";
        _headers["Authorization"] = Authorization(
            signature: "dc05ac71c17edfb24d2813e0f34bd152fdb664115c08eba69a5c847aca709274", headers: "content-type;host;x-amz-date;x-amz-security-token;x-amz-target");

        Check(Body);
    }

    [Fact]
    public void A_changed_body_is_refused() => Refusal(Encoding.UTF8.GetBytes("""{"UserPoolId":"us-east-1_Example","Username":"john"}""")).ShouldBe("InvalidSignatureException");

    [Fact]
    public void A_changed_header_is_refused()
    {
        _headers["X-Amz-Target"] = "AWSCognitoIdentityProviderService.AdminDeleteUser";

        Refusal().ShouldBe("InvalidSignatureException");
    }

    [Fact]
    public void A_wrong_signature_is_refused()
    {
        _headers["Authorization"] = Authorization(signature: new string('0', 64));

        Refusal().ShouldBe("InvalidSignatureException");
    }

    [Fact]
    public void An_unknown_key_is_refused()
    {
        _headers["Authorization"] = Authorization(key: "AKIDOTHER");

        Refusal().ShouldBe("UnrecognizedClientException");
    }

    [Theory]
    [InlineData(5, 0, null)]
    [InlineData(5, 1, "InvalidSignatureException")]
    [InlineData(-5, 0, null)]
    [InlineData(-5, -1, "InvalidSignatureException")]
    public void A_clock_skew_of_five_minutes_is_accepted(int minutes, int seconds, string? refusal)
    {
        _headers["X-Amz-Date"] = "20260102T040000Z";
        _headers["Authorization"] = Authorization();
        _clock.AdjustTime(new DateTimeOffset(2026, 1, 2, 4, 0, 0, TimeSpan.Zero) + TimeSpan.FromMinutes(minutes) + TimeSpan.FromSeconds(seconds));
        // Only the age matters here.
        _options.AccessKeys.Clear();

        if (refusal is null) Check(Body);
        else Refusal().ShouldBe(refusal);
    }

    [Fact]
    public void Any_well_formed_signature_is_accepted_without_configured_keys()
    {
        _options.AccessKeys.Clear();
        _headers["Authorization"] = Authorization(key: "ANY", signature: new string('0', 64));

        Check(Body);
    }

    [Theory]
    [InlineData("Bearer token", "IncompleteSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/eu-west-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=" + Signature, "InvalidSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260102/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=" + Signature, "InvalidSignatureException")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=" + Signature, "InvalidSignatureException")]
    public void A_signature_for_another_service_or_region_is_refused(string authorization, string type)
    {
        _options.AccessKeys.Clear();
        _headers["Authorization"] = authorization;

        Refusal().ShouldBe(type);
    }

    private static string Authorization(string key = "AKIDEXAMPLE", string signature = Signature, string headers = "content-type;host;x-amz-date;x-amz-target") =>
        $"AWS4-HMAC-SHA256 Credential={key}/20260102/us-east-1/cognito-idp/aws4_request, SignedHeaders={headers}, Signature={signature}";

    private void Check(byte[] body) => new SignatureCheck(_options, _clock).Require(_headers.GetValueOrDefault, body);

    private string Refusal(byte[]? body = null) => Should.Throw<CognitoException>(() => Check(body ?? Body)).Type;
}
