using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CognitoAuth.Infrastructure.Revocation;

/// <summary>Logs at start-up that sign-outs are not shared, for operators who run more than one instance.</summary>
internal sealed partial class OneInstanceNotice(ILogger<OneInstanceNotice> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        InProcess();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Sign-outs are kept in this process: run one instance, or set ConnectionStrings:Redis. A restart forgets them")]
    private partial void InProcess();
}
