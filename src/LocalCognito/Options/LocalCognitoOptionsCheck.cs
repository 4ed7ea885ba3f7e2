using CognitoAuth.LocalCognito.AuthFlows;
using CognitoAuth.LocalCognito.Challenges;
using CognitoAuth.LocalCognito.Clients;
using Microsoft.Extensions.Options;

namespace CognitoAuth.LocalCognito.Options;

/// <summary>Refuses settings that a real pool would not take either.</summary>
internal static class LocalCognitoOptionsCheck
{
    private static readonly string[] NameAttributes = ["email", "phone_number"];
    private static readonly string[] SecondFactors = [.. ChallengeTable.SecondFactors.Select(factor => factor.Name)];
    private static readonly string[] FirstFactors = [.. ChallengeTable.FirstFactors.Select(factor => factor.AuthFactor).Distinct(StringComparer.Ordinal)];

    public static void Require(LocalCognitoOptions options)
    {
        Require(options.UserPoolId.Contains('_', StringComparison.Ordinal), "UserPoolId must look like us-east-1_AbCdEfGhI.");
        Require(options.Port is >= 0 and <= 65_535, "Port must be 0 to 65535.");
        Require(options.Pool.PasswordPolicy.MinimumLength is >= 6 and <= 99, "Pool:PasswordPolicy:MinimumLength must be 6 to 99.");
        Require(options.Pool.PasswordPolicy.TemporaryPasswordValidityDays is >= 1 and <= 365, "Pool:PasswordPolicy:TemporaryPasswordValidityDays must be 1 to 365.");
        Require(options.Pool.UsernameAttributes.All(name => NameAttributes.Contains(name, StringComparer.Ordinal)), "Pool:UsernameAttributes takes email and phone_number.");
        Require(
            options.Pool.AliasAttributes.All(name => name == "preferred_username" || NameAttributes.Contains(name, StringComparer.Ordinal)),
            "Pool:AliasAttributes takes email, phone_number and preferred_username.");
        Require(
            options.Pool.UsernameAttributes.Count == 0 || options.Pool.AliasAttributes.Count == 0,
            "Pool:UsernameAttributes and Pool:AliasAttributes exclude each other.");
        Require(
            options.Pool.EnabledMfas.All(name => SecondFactors.Contains(name, StringComparer.Ordinal)),
            $"Pool:EnabledMfas takes {string.Join(", ", SecondFactors)}.");
        Require(
            options.Pool.AllowedFirstAuthFactors.All(name => FirstFactors.Contains(name, StringComparer.Ordinal)),
            $"Pool:AllowedFirstAuthFactors takes {string.Join(", ", FirstFactors)}.");
        Require(options.Pool.MaxSessionsPerUser is >= 1 and <= 100, "Pool:MaxSessionsPerUser must be 1 to 100.");
        Require(
            options.Pool.ResourceServers.All(server => server.Identifier.Length > 0 && server.Scopes.Count > 0 && server.Scopes.All(scope => scope is { Length: > 0 })),
            "Pool:ResourceServers must have an Identifier and Scopes.");
        Require(options.Client.ClientId != options.PublicClient.ClientId, "Client:ClientId and PublicClient:ClientId must differ.");
        Require(options.MachineClient is not { } machine || (machine.ClientId != options.Client.ClientId && machine.ClientId != options.PublicClient.ClientId), "MachineClient:ClientId must differ from the others.");
        Require(options.MachineClient is null or { ExplicitAuthFlows: [AppClient.ClientTokenFlow] }, $"MachineClient:ExplicitAuthFlows must be {AppClient.ClientTokenFlow}.");
    }

    public static void Require(AppClientOptions client, UserPoolOptions pool)
    {
        Require(client.ClientId.Length is >= 1 and <= 128 && client.ClientId.All(character => character is '+' or '_' || char.IsAsciiLetterOrDigit(character)), "ClientId must be 1 to 128 word characters.");
        Require(client.ClientSecrets.Count <= 2, "ClientSecrets takes at most two.");
        Require(Within(client.AccessTokenValidity, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)), "AccessTokenValidity must be 5 minutes to 1 day.");
        Require(Within(client.IdTokenValidity, TimeSpan.FromMinutes(5), TimeSpan.FromDays(1)), "IdTokenValidity must be 5 minutes to 1 day.");
        Require(Within(client.RefreshTokenValidity, TimeSpan.FromHours(1), TimeSpan.FromDays(3_650)), "RefreshTokenValidity must be 1 hour to 10 years.");
        Require(Within(client.AuthSessionValidity, TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(15)), "AuthSessionValidity must be 3 to 15 minutes.");
        Require(client.RetryGracePeriodSeconds is >= 0 and <= 60, "RetryGracePeriodSeconds must be 0 to 60.");
        foreach (var flow in client.ExplicitAuthFlows)
        {
            Require(
                flow == AppClient.ClientTokenFlow || (flow.StartsWith("ALLOW_", StringComparison.Ordinal) && AuthFlowTable.Find(flow["ALLOW_".Length..]) is not null),
                $"ExplicitAuthFlows: {flow} is not a flow of this pool.");
        }

        Require(client.ExplicitAuthFlows is [_] || !client.ExplicitAuthFlows.Contains(AppClient.ClientTokenFlow, StringComparer.Ordinal), $"ExplicitAuthFlows: {AppClient.ClientTokenFlow} goes with no other flow.");
        Require(client.ExplicitAuthFlows is not [AppClient.ClientTokenFlow] || client.GenerateSecret || client.ClientSecrets.Count > 0, $"ExplicitAuthFlows: {AppClient.ClientTokenFlow} needs a client secret.");
        Require(client.AllowedOAuthScopes.All(pool.HasScope), "AllowedOAuthScopes takes scopes of Pool:ResourceServers.");
    }

    private static bool Within(TimeSpan value, TimeSpan shortest, TimeSpan longest) => value >= shortest && value <= longest;

    private static void Require(bool condition, string message)
    {
        if (!condition)
            throw new OptionsValidationException(LocalCognitoOptions.SectionName, typeof(LocalCognitoOptions), [$"LocalCognito: {message}"]);
    }
}
