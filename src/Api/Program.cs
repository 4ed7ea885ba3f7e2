using CognitoAuth.Api;

return await CognitoAuthHost.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddCognitoAuth();

    var app = builder.Build();
    app.UseCognitoAuth();
    await app.RunAsync();
});

// Internal, because a team's own host has a Program too. Its tests reference both assemblies and mean the team's.
internal sealed partial class Program;
