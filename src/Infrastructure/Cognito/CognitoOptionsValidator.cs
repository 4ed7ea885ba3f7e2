using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Infrastructure.Cognito;

/// <summary>Stops the start when settings of the pool are missing or wrong, with one line per fault. No line quotes a value, since it could be a secret.</summary>
internal sealed partial class CognitoOptionsValidator : IValidateOptions<CognitoOptions>
{
    private const int MatchTimeout = 1_000;

    private static readonly TimeSpan ShortestRefreshToken = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestRefreshToken = TimeSpan.FromDays(3650);

    public ValidateOptionsResult Validate(string? name, CognitoOptions options) => Faults(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(CognitoOptions options)
    {
        if (options.Region.Length == 0) yield return "Cognito:Region is missing. Set it to the pool's AWS region, such as eu-west-1.";
        else if (!RegionName().IsMatch(options.Region)) yield return "Cognito:Region must be an AWS region, such as eu-west-1.";

        if (options.UserPoolId.Length == 0) yield return "Cognito:UserPoolId is missing. Set it to the pool's id, such as eu-west-1_AbCdEfGhI.";
        else if (!PoolId().IsMatch(options.UserPoolId)) yield return "Cognito:UserPoolId must be a user pool's id, such as eu-west-1_AbCdEfGhI.";
        else if (options.ServiceUrl is null && RegionName().IsMatch(options.Region) && !options.UserPoolId.StartsWith($"{options.Region}_", StringComparison.Ordinal)) yield return "Cognito:UserPoolId must begin with Cognito:Region, unless Cognito:ServiceUrl is set.";

        if (options.ClientId.Length == 0) yield return "Cognito:ClientId is missing. Set it to the app client's id.";
        else if (!ClientId().IsMatch(options.ClientId)) yield return "Cognito:ClientId must have 1 to 128 letters, digits, underscores and plus signs.";

        if (options.AcceptedClientIds.Any(id => !ClientId().IsMatch(id ?? ""))) yield return "Cognito:AcceptedClientIds must hold app client ids.";
        if (options.MachineClientIds.Any(id => !ClientId().IsMatch(id ?? ""))) yield return "Cognito:MachineClientIds must hold app client ids.";
        else if (options.MachineClientIds.Contains(options.ClientId, StringComparer.Ordinal)) yield return "Cognito:MachineClientIds must not hold Cognito:ClientId: in Cognito a client is for users or for machines, not for both.";
        if (options.ClientSecrets.Any(secret => secret is null or { Length: 0 or > 64 })) yield return "Cognito:ClientSecrets must hold secrets of 1 to 64 characters.";
        if (options.ServiceUrl is not null && !IsSafe(options.ServiceUrl)) yield return "Cognito:ServiceUrl must be an absolute https URL; http is allowed only on loopback.";
        if (options.Issuer is not null && !IsSafe(options.Issuer)) yield return "Cognito:Issuer must be an absolute https URL; http is allowed only on loopback.";
        if (options.PasswordPolicy.MinimumLength is < 6 or > 99) yield return "Cognito:PasswordPolicy:MinimumLength must be 6 to 99.";
        if (options.Passkeys.RelyingPartyId.Length > 0 && !DomainName().IsMatch(options.Passkeys.RelyingPartyId)) yield return "Cognito:Passkeys:RelyingPartyId must be a domain name, such as example.com.";
        if (options.RefreshTokenLifetime < ShortestRefreshToken || options.RefreshTokenLifetime > LongestRefreshToken) yield return "Cognito:RefreshTokenLifetime must be 1 hour to 10 years, such as 30.00:00:00.";
    }

    private static bool IsSafe(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri.Query.Length == 0 && uri.Fragment.Length == 0 && uri.UserInfo.Length == 0;

    [GeneratedRegex("^[a-z]{2}(-[a-z]+)+-[0-9]\\z", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex RegionName();

    [GeneratedRegex("^[\\w-]{1,45}_[0-9a-zA-Z]{1,30}\\z", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex PoolId();

    [GeneratedRegex("^[a-z0-9-]+(\\.[a-z0-9-]+)*\\z", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex DomainName();

    [GeneratedRegex("^[\\w+]{1,128}\\z", RegexOptions.ExplicitCapture, MatchTimeout)]
    private static partial Regex ClientId();
}
