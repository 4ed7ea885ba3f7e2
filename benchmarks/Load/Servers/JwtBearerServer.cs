using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace CognitoAuth.Benchmarks.Load.Servers;

/// <summary>A service that verifies tokens itself, as in ASP.NET Core's documentation.</summary>
internal static class JwtBearerServer
{
    /// <summary>Returns 200 for a valid token.</summary>
    public const string Path = "/jwt-bearer";

    /// <summary>Runs the server. It needs the setting <c>Cognito:Issuer</c>.</summary>
    public static async Task<int> Run()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using var http = new HttpClient();
        var keys = new Microsoft.IdentityModel.Tokens.JsonWebKeySet(await http.GetStringAsync($"{builder.Configuration["Cognito:Issuer"]}/.well-known/jwks.json"));
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(jwt =>
        {
            jwt.TokenValidationParameters.ValidIssuer = builder.Configuration["Cognito:Issuer"];
            jwt.TokenValidationParameters.IssuerSigningKeys = keys.GetSigningKeys();
            // Cognito's access tokens have no audience.
            jwt.TokenValidationParameters.ValidateAudience = false;
        });

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet(Path, () => TypedResults.Ok()).RequireAuthorization();
        app.MapAllocated();
        await app.RunAsync();
        return 0;
    }
}
