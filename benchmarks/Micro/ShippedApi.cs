using CognitoAuth.Api;
using CognitoAuth.UnitTests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>The API's services as they are shipped, without a server. Only the log is off, because a benchmark writes to standard output itself.</summary>
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
