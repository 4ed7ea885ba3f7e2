using CognitoAuth.Api;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>The API's services as they are shipped, and no server. Only the log is off: a benchmark writes there itself.</summary>
internal static class ShippedApi
{
    public const string UserPoolId = TokenForge.PoolId;

    public static WebApplication Create(Dictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings, StringComparer.Ordinal)
        {
            ["Cognito:Mode"] = "Aws",
            ["Cognito:Region"] = TokenForge.Region,
            ["Cognito:UserPoolId"] = UserPoolId,
            ["Cognito:ClientId"] = TokenForge.ClientId,
            ["Serilog:MinimumLevel:Default"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft"] = "Fatal",
            ["Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime"] = "Fatal",
            ["Serilog:MinimumLevel:Override:System"] = "Fatal",
        });
        builder.AddCognitoAuth();
        return builder.Build();
    }
}
