using System.Diagnostics;
using System.Globalization;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>Signals to processes that a test started.</summary>
public static class Signals
{
    /// <summary>Freezes a process: SIGSTOP.</summary>
    public static Task Stop(int processId) => Send("-STOP", processId);

    /// <summary>Continues a frozen process: SIGCONT.</summary>
    public static Task Continue(int processId) => Send("-CONT", processId);

    private static async Task Send(string signal, int processId)
    {
        using var kill = Process.Start("kill", [signal, processId.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
        kill.ExitCode.ShouldBe(0);
    }
}
