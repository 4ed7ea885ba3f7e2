using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CognitoAuth.UnitTests.Support;

/// <summary>
/// Signature version 4 as AWS's documentation describes it, written independently of the SDK so that the two can be compared.
/// Supports only <c>POST /</c> without a query.
/// </summary>
public static class SigV4
{
    public static string CanonicalRequest(IEnumerable<KeyValuePair<string, string>> headers, string body)
    {
        var sorted = headers.Select(header => (Name: header.Key.ToLowerInvariant(), Value: header.Value.Trim())).OrderBy(header => header.Name, StringComparer.Ordinal).ToList();
        return $"POST\n/\n\n{string.Concat(sorted.Select(header => $"{header.Name}:{header.Value}\n"))}\n{string.Join(';', sorted.Select(header => header.Name))}\n{Hash(body)}";
    }

    public static string Sign(string canonicalRequest, string secretKey, string timestamp, string region)
    {
        var day = timestamp[..8];
        var stringToSign = $"AWS4-HMAC-SHA256\n{timestamp}\n{day}/{region}/cognito-idp/aws4_request\n{Hash(canonicalRequest)}";
        var key = Encoding.UTF8.GetBytes("AWS4" + secretKey);
        foreach (var part in new[] { day, region, "cognito-idp", "aws4_request" }) key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The parts of an <c>Authorization</c> header.</summary>
    public static (string AccessKey, string Scope, string[] SignedHeaders, string Signature) Parse(string authorization)
    {
        var match = System.Text.RegularExpressions.Regex.Match(
            authorization,
            "^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<scope>[^,]+), SignedHeaders=(?<headers>[^,]+), Signature=(?<signature>[0-9a-f]{64})$",
            System.Text.RegularExpressions.RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1));
        match.Success.ShouldBeTrue(authorization);
        return (match.Groups["key"].Value, match.Groups["scope"].Value, match.Groups["headers"].Value.Split(';'), match.Groups["signature"].Value);
    }

    public static string Timestamp(DateTime time) => time.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
