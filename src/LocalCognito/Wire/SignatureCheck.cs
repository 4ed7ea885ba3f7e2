using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CognitoAuth.LocalCognito.Options;

namespace CognitoAuth.LocalCognito.Wire;

/// <summary>AWS Signature Version 4 on the operations that need AWS credentials (<c>docs/cognito.md#request-signing</c>).</summary>
internal sealed partial class SignatureCheck(LocalCognitoOptions options, TimeProvider time)
{
    private const string Service = "cognito-idp";
    private const string DateFormat = "yyyyMMdd'T'HHmmss'Z'";
    private static readonly TimeSpan AllowedSkew = TimeSpan.FromMinutes(5);

    /// <param name="headers">Returns the value of a request header, or null when the header is absent.</param>
    /// <param name="body">The request's body as received.</param>
    /// <exception cref="CognitoException">The signature is missing, incomplete, expired, wrong, or of an unknown key.</exception>
    public void Require(Func<string, string?> headers, ReadOnlySpan<byte> body)
    {
        var authorization = headers("Authorization") ?? throw new CognitoException("MissingAuthenticationTokenException", "Missing Authentication Token");
        if (SignaturePattern().Match(authorization) is not { Success: true } parts)
        {
            throw new CognitoException("IncompleteSignatureException", "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
        }
        if (parts.Groups["region"].Value != options.Region || parts.Groups["service"].Value != Service)
        {
            throw Invalid("Credential should be scoped to a valid region and to the service 'cognito-idp'.");
        }
        var date = headers("X-Amz-Date") ?? throw new CognitoException("IncompleteSignatureException", "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        RequireRecent(date, parts.Groups["day"].Value);
        if (options.AccessKeys.Count == 0) return;
        if (!options.AccessKeys.TryGetValue(parts.Groups["key"].Value, out var secret))
        {
            throw new CognitoException("UnrecognizedClientException", "The security token included in the request is invalid.");
        }

        var expected = Sign(secret, date, parts.Groups["headers"].Value.Split(';'), headers, body);
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(parts.Groups["signature"].Value)))
        {
            throw Invalid(
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
                + "Consult the service documentation for details.");
        }
    }

    internal string Sign(string secret, string date, string[] signedHeaders, Func<string, string?> headers, ReadOnlySpan<byte> body)
    {
        var canonicalHeaders = string.Concat(signedHeaders.Select(name => $"{name}:{Spaces().Replace(headers(name)?.Trim() ?? "", " ")}\n"));
        var canonicalRequest = $"POST\n/\n\n{canonicalHeaders}\n{string.Join(';', signedHeaders)}\n{Convert.ToHexStringLower(SHA256.HashData(body))}";
        var scope = $"{date[..8]}/{options.Region}/{Service}/aws4_request";
        var toSign = $"AWS4-HMAC-SHA256\n{date}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private void RequireRecent(string date, string day)
    {
        if (!DateTimeOffset.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var signedAt))
        {
            throw new CognitoException("IncompleteSignatureException", "Date must be in ISO-8601 'basic format'.");
        }
        if (!date.StartsWith(day, StringComparison.Ordinal)) throw Invalid("Date in Credential scope does not match the date of the request.");
        var now = time.GetUtcNow();
        if (now - signedAt > AllowedSkew) throw Invalid($"Signature expired: {date} is now earlier than {Format(now - AllowedSkew)} ({Format(now)} - 5 min.)");
        if (signedAt - now > AllowedSkew) throw Invalid($"Signature not yet current: {date} is still later than {Format(now + AllowedSkew)} ({Format(now)} + 5 min.)");
    }

    private static string Format(DateTimeOffset moment) => moment.UtcDateTime.ToString(DateFormat, CultureInfo.InvariantCulture);

    private static CognitoException Invalid(string message) => new("InvalidSignatureException", message);

    [GeneratedRegex(
        @"\AAWS4-HMAC-SHA256 Credential=(?<key>[^/,\s]+)/(?<day>[0-9]{8})/(?<region>[a-z0-9-]+)/(?<service>[a-z0-9-]+)/aws4_request, ?SignedHeaders=(?<headers>[a-z0-9;-]+), ?Signature=(?<signature>[0-9a-f]{64})\z",
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SignaturePattern();

    [GeneratedRegex(" +", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
