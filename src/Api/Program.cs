using CognitoAuth.Api.Embedded;
using CognitoAuth.Api.Hosting;
using CognitoAuth.Api.Http;
using CognitoAuth.Application;
using CognitoAuth.Infrastructure;
using Microsoft.Extensions.Options;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddEmbeddedCognito();
    builder.AddLogging();
    builder.AddHttp();
    builder.AddDraining();
    builder.Services.AddApplication();
    builder.Services.AddInfrastructure();

    var app = builder.Build();
    app.UseHttp();
    app.UseEmbeddedCognito();
    // Before the host starts, which would log a stack trace for what one line per fault says better.
    app.Services.GetRequiredService<IStartupValidator>().Validate();
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (ConfigurationFaults.Of(exception) is { Count: > 0 } faults)
{
    foreach (var fault in faults) await Console.Error.WriteLineAsync(fault);
    return 1;
}
