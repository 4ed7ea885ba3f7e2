using CognitoAuth.Api;

return await CognitoAuthHost.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddCognitoAuth();

    var app = builder.Build();
    app.UseCognitoAuth();
    await app.RunAsync();
});

// Internal, since a host of a team's own has a Program too: its tests reference both, and mean theirs.
internal sealed partial class Program;
