#if DEBUG
using System.Globalization;
using System.Text.Json;
using CognitoAuth.Infrastructure.Cognito;
using CognitoAuth.LocalCognito;
using CognitoAuth.LocalCognito.Options;
using Microsoft.Extensions.Options;

namespace CognitoAuth.Api.Embedded;

/// <summary>
/// A user pool inside this process, so that development needs no AWS account. The API calls it over HTTP, as it calls AWS; only the settings are set here.
/// Debug builds only: a Release build contains neither this nor the pool.
/// </summary>
internal static class EmbeddedCognito
{
    private const string Mode = $"{CognitoOptions.Section}:{nameof(CognitoOptions.Mode)}";

    /// <summary>Starts the pool and points the API at it, where <c>Cognito:Mode</c> is <c>Embedded</c>: by default in Development.</summary>
    /// <exception cref="OptionsValidationException">It may not run here: not in Development, or not on loopback alone.</exception>
    public static WebApplicationBuilder AddEmbeddedCognito(this WebApplicationBuilder builder)
    {
        var mode = builder.Configuration.GetValue<CognitoMode?>(Mode) ?? (builder.Environment.IsDevelopment() ? CognitoMode.Embedded : CognitoMode.Aws);
        if (mode is not CognitoMode.Embedded) return builder;

        List<string> faults = [];
        if (!builder.Environment.IsDevelopment()) faults.Add("Cognito:Mode=Embedded needs the Development environment: its users are not real, and its codes can be read by anyone.");
        if (!ListeningAddresses.AreLoopback(builder.Configuration)) faults.Add("Cognito:Mode=Embedded listens on loopback only: set ASPNETCORE_URLS to an address such as http://localhost:5080.");
        if (faults.Count > 0) throw new OptionsValidationException(CognitoOptions.Section, typeof(CognitoOptions), faults);

        // A new pool has no session tracking. Enabled here so that the session endpoints can be tried out.
        var options = new LocalCognitoOptions { Pool = { UserSessionTracking = true } };
        builder.Configuration.GetSection(LocalCognitoOptions.SectionName).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        if (options.MachineClient is null) AddMachineClient(options);
        var cognito = Start(options);
        // To standard output instead of the logger: codes are secrets, and logs are stored.
        cognito.Inbox.Sent = message => Console.Out.WriteLine(JsonSerializer.Serialize(message, JsonSerializerOptions.Web));
        builder.Configuration.AddInMemoryCollection(SettingsOf(cognito, options));
        // Registered by a factory, so that the container disposes of it.
        builder.Services.AddSingleton(_ => cognito);
        return builder;
    }

    /// <summary>Adds the addresses under <c>/dev</c>, where the pool is embedded.</summary>
    public static WebApplication UseEmbeddedCognito(this WebApplication app)
    {
        if (app.Services.GetService<LocalCognitoServer>() is not { } cognito) return app;

        var dev = app.MapGroup("/dev").ExcludeFromDescription();
        dev.MapGet("/cognito", () => Results.Ok(new
        {
            cognito.Endpoint,
            cognito.Region,
            cognito.UserPoolId,
            cognito.ClientId,
            cognito.ClientSecret,
            cognito.PublicClientId,
            cognito.MachineClientId,
            cognito.MachineClientSecret,
            cognito.Issuer,
            cognito.JwksUri,
        }));
        dev.MapGet("/inbox", (string? username) => Results.Ok(new { Messages = cognito.Inbox.Of(username ?? "") }));
        return app;
    }

    private static void AddMachineClient(LocalCognitoOptions options)
    {
        options.Pool.ResourceServers.Add(new ResourceServerOptions { Identifier = "orders", Scopes = ["read", "write"] });
        options.MachineClient = new AppClientOptions { ClientId = "1localmachineclient0000003", ExplicitAuthFlows = ["ALLOW_CLIENT_TOKEN_AUTH"], AllowedOAuthScopes = ["orders/read", "orders/write"] };
    }

    private static LocalCognitoServer Start(LocalCognitoOptions options)
    {
        try
        {
            return LocalCognitoServer.Start(options);
        }
        catch (InvalidOperationException exception)
        {
            throw new OptionsValidationException(LocalCognitoOptions.SectionName, typeof(LocalCognitoOptions), [exception.Message]);
        }
    }

    private static Dictionary<string, string?> SettingsOf(LocalCognitoServer cognito, LocalCognitoOptions options)
    {
        var policy = options.Pool.PasswordPolicy;
        return new(cognito.Settings, StringComparer.Ordinal)
        {
            // Otherwise a page of another site could reach the inbox by a name that resolves to this machine (DNS rebinding).
            ["AllowedHosts"] = "localhost;127.0.0.1;[::1]",
            [Mode] = nameof(CognitoMode.Embedded),
            ["Cognito:AcceptedClientIds:0"] = cognito.PublicClientId,
            ["Cognito:MachineClientIds:0"] = cognito.MachineClientId,
            ["Cognito:RefreshTokenLifetime"] = options.Client.RefreshTokenValidity.ToString("c", CultureInfo.InvariantCulture),
            ["Cognito:PasswordPolicy:MinimumLength"] = policy.MinimumLength.ToString(CultureInfo.InvariantCulture),
            ["Cognito:PasswordPolicy:RequireUppercase"] = policy.RequireUppercase.ToString(),
            ["Cognito:PasswordPolicy:RequireLowercase"] = policy.RequireLowercase.ToString(),
            ["Cognito:PasswordPolicy:RequireDigit"] = policy.RequireNumbers.ToString(),
            ["Cognito:PasswordPolicy:RequireSymbol"] = policy.RequireSymbols.ToString(),
        };
    }
}
#endif
