using CognitoAuth.LocalCognito.Clients;
using Microsoft.Extensions.Options;

namespace CognitoAuth.LocalCognito.Options;

/// <summary>Stops the start when a setting is one that Cognito would refuse, with one line per fault.</summary>
internal sealed class LocalCognitoOptionsValidator : IValidateOptions<LocalCognitoOptions>
{
    private static readonly string[] UsernameAttributes = ["email", "phone_number"];
    private static readonly string[] AliasAttributes = [.. UsernameAttributes, "preferred_username"];
    private static readonly string[] SecondFactors = [.. ChallengeTable.SecondFactors.Select(factor => factor.Name)];
    private static readonly string[] FirstFactors = [.. ChallengeTable.FirstFactors.Select(factor => factor.AuthFactor).Distinct(StringComparer.Ordinal)];

    /// <exception cref="OptionsValidationException">A setting is wrong; one failure per fault.</exception>
    public static void Require(LocalCognitoOptions options)
    {
        if (new LocalCognitoOptionsValidator().Validate(name: null, options) is { Failed: true } result)
        {
            throw new OptionsValidationException(LocalCognitoOptions.SectionName, typeof(LocalCognitoOptions), result.Failures);
        }
    }

    public ValidateOptionsResult Validate(string? name, LocalCognitoOptions options) => Faults(options).Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    private static IEnumerable<string> Faults(LocalCognitoOptions options)
    {
        if (!options.UserPoolId.Contains('_', StringComparison.Ordinal)) yield return "LocalCognito: UserPoolId must look like us-east-1_AbCdEfGhI.";
        if (options.Port is < 0 or > 65_535) yield return "LocalCognito: Port must be 0 to 65535.";
        foreach (var fault in Faults(options.Pool)) yield return fault;

        if (options.Client.ClientId == options.PublicClient.ClientId) yield return "LocalCognito: Client:ClientId and PublicClient:ClientId must differ.";
        if (options.MachineClient is { } machine)
        {
            if (machine.ClientId == options.Client.ClientId || machine.ClientId == options.PublicClient.ClientId) yield return "LocalCognito: MachineClient:ClientId must differ from the others.";
            if (machine.ExplicitAuthFlows is not [AppClient.ClientTokenFlow]) yield return $"LocalCognito: MachineClient:ExplicitAuthFlows must be {AppClient.ClientTokenFlow}.";
        }

        foreach (var client in (AppClientOptions?[])[options.Client, options.PublicClient, options.MachineClient])
        {
            if (client is null) continue;
            foreach (var fault in AppClientOptionsValidator.Faults(client, options.Pool)) yield return fault;
        }
    }

    private static IEnumerable<string> Faults(UserPoolOptions pool)
    {
        if (pool.PasswordPolicy.MinimumLength is < 6 or > 99) yield return "LocalCognito: Pool:PasswordPolicy:MinimumLength must be 6 to 99.";
        if (pool.PasswordPolicy.TemporaryPasswordValidityDays is < 1 or > 365) yield return "LocalCognito: Pool:PasswordPolicy:TemporaryPasswordValidityDays must be 1 to 365.";
        if (pool.UsernameAttributes.Except(UsernameAttributes, StringComparer.Ordinal).Any()) yield return "LocalCognito: Pool:UsernameAttributes takes email and phone_number.";
        if (pool.AliasAttributes.Except(AliasAttributes, StringComparer.Ordinal).Any()) yield return "LocalCognito: Pool:AliasAttributes takes email, phone_number and preferred_username.";
        if (pool.UsernameAttributes.Count > 0 && pool.AliasAttributes.Count > 0) yield return "LocalCognito: Pool:UsernameAttributes and Pool:AliasAttributes exclude each other.";
        if (pool.EnabledMfas.Except(SecondFactors, StringComparer.Ordinal).Any()) yield return $"LocalCognito: Pool:EnabledMfas takes {string.Join(", ", SecondFactors)}.";
        if (pool.AllowedFirstAuthFactors.Except(FirstFactors, StringComparer.Ordinal).Any()) yield return $"LocalCognito: Pool:AllowedFirstAuthFactors takes {string.Join(", ", FirstFactors)}.";
        if (pool.MaxSessionsPerUser is < 1 or > 100) yield return "LocalCognito: Pool:MaxSessionsPerUser must be 1 to 100.";
        if (pool.ResourceServers.Any(server => server.Identifier.Length == 0 || server.Scopes.Count == 0 || server.Scopes.Any(string.IsNullOrEmpty))) yield return "LocalCognito: Pool:ResourceServers must have an Identifier and Scopes.";
    }
}
