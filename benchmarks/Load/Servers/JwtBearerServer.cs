using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace CognitoAuth.Benchmarks.Load.Servers;

/// <summary>What a service does that verifies tokens itself as ASP.NET Core's documentation tells it to.</summary>
internal static class JwtBearerServer
{
    /// <summary>Answers 200 to a good token.</summary>
    public const string Path = "/jwt-bearer";

    /// <summary>Runs it. It needs <c>Cognito:Issuer</c>.</summary>
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
