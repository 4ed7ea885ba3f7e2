using CognitoAuth.LocalCognito.AuthFlows;
using CognitoAuth.LocalCognito.Clients;
using Microsoft.Extensions.Options;

namespace CognitoAuth.LocalCognito.Options;

/// <summary>Refuses an app client whose settings Cognito would refuse, with one line per fault.</summary>
internal sealed class AppClientOptionsValidator(UserPoolOptions pool) : IValidateOptions<AppClientOptions>
{
    private const string FlowPrefix = "ALLOW_";

    private static readonly TimeSpan ShortestToken = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestToken = TimeSpan.FromDays(1);
    private static readonly TimeSpan ShortestRefreshToken = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestRefreshToken = TimeSpan.FromDays(3_650);
    private static readonly TimeSpan ShortestSession = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan LongestSession = TimeSpan.FromMinutes(15);

    /// <exception cref="OptionsValidationException">A setting is wrong; one failure per fault.</exception>
    public static void Require(AppClientOptions client, UserPoolOptions pool)
    {
        if (new AppClientOptionsValidator(pool).Validate(name: null, client) is { Failed: true } result)
        {
            throw new OptionsValidationException(LocalCognitoOptions.SectionName, typeof(AppClientOptions), result.Failures);
        }
    }

    public ValidateOptionsResult Validate(string? name, AppClientOptions options) => Faults(options, pool).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    internal static IEnumerable<string> Faults(AppClientOptions client, UserPoolOptions pool)
    {
        if (client.ClientId.Length is < 1 or > 128 || !client.ClientId.All(character => character is '+' or '_' || char.IsAsciiLetterOrDigit(character))) yield return "LocalCognito: ClientId must be 1 to 128 word characters.";
        if (client.ClientSecrets.Count > 2) yield return "LocalCognito: ClientSecrets takes at most two.";
        if (client.AccessTokenValidity < ShortestToken || client.AccessTokenValidity > LongestToken) yield return "LocalCognito: AccessTokenValidity must be 5 minutes to 1 day.";
        if (client.IdTokenValidity < ShortestToken || client.IdTokenValidity > LongestToken) yield return "LocalCognito: IdTokenValidity must be 5 minutes to 1 day.";
        if (client.RefreshTokenValidity < ShortestRefreshToken || client.RefreshTokenValidity > LongestRefreshToken) yield return "LocalCognito: RefreshTokenValidity must be 1 hour to 10 years.";
        if (client.AuthSessionValidity < ShortestSession || client.AuthSessionValidity > LongestSession) yield return "LocalCognito: AuthSessionValidity must be 3 to 15 minutes.";
        if (client.RetryGracePeriodSeconds is < 0 or > 60) yield return "LocalCognito: RetryGracePeriodSeconds must be 0 to 60.";
        foreach (var flow in client.ExplicitAuthFlows.Where(flow => !IsKnown(flow))) yield return $"LocalCognito: ExplicitAuthFlows: {flow} is not a flow of this pool.";
        if (client.ExplicitAuthFlows.Contains(AppClient.ClientTokenFlow, StringComparer.Ordinal))
        {
            if (client.ExplicitAuthFlows.Count > 1) yield return $"LocalCognito: ExplicitAuthFlows: {AppClient.ClientTokenFlow} goes with no other flow.";
            else if (!client.GenerateSecret && client.ClientSecrets.Count == 0) yield return $"LocalCognito: ExplicitAuthFlows: {AppClient.ClientTokenFlow} needs a client secret.";
        }

        if (!client.AllowedOAuthScopes.All(pool.HasScope)) yield return "LocalCognito: AllowedOAuthScopes takes scopes of Pool:ResourceServers.";
    }

    private static bool IsKnown(string flow) => flow == AppClient.ClientTokenFlow
        || (flow.StartsWith(FlowPrefix, StringComparison.Ordinal) && AuthFlowTable.Find(flow[FlowPrefix.Length..]) is not null);
}
