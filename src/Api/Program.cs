using CognitoAuth.Api.Embedded;
using CognitoAuth.Api.Http;
using CognitoAuth.Application;
using CognitoAuth.Infrastructure;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddEmbeddedCognito();
    builder.AddLogging();
    builder.AddHttp();
    builder.Services.AddApplication();
    builder.Services.AddInfrastructure();

    var app = builder.Build();
    app.UseHttp();
    app.UseEmbeddedCognito();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (ConfigurationFaults.Of(exception) is { Count: > 0 } faults)
{
    foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
    return 1;
}
