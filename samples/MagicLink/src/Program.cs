using CognitoAuth.Api;
using MagicLink;
#if DEBUG
using CognitoAuth.LocalCognito;
using MagicLink.Triggers;
#endif

return await CognitoAuthHost.RunAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddCognitoAuth().AddFlowsFrom(typeof(Program).Assembly);
    builder.Services.AddDistributedMemoryCache().AddSingleton<PendingSignIns>();

    var app = builder.Build();
#if DEBUG
    if (app.Services.GetService<LocalCognitoServer>() is { } embedded) MagicLinkTriggers.AddTo(embedded.Pool);
#endif
    app.UseCognitoAuth();
    await app.RunAsync();
});
