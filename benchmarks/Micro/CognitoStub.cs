using System.Diagnostics;
using System.Text.Json;
using CognitoAuth.Tests.Shared;

namespace CognitoAuth.Benchmarks.Micro;

/// <summary>Responds to every call with tokens of Cognito's usual size, as fast as possible. It runs in its own process, so that its allocations and processor time are not measured.</summary>
internal sealed class CognitoStub : IDisposable
{
    public const string Command = "cognito-stub";

    private readonly Process _process;

    private CognitoStub(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>The address of the server.</summary>
    public string Url { get; }

    /// <summary>Starts the server on a free port.</summary>
    public static CognitoStub Start()
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(CognitoStub).Assembly.Location, Command]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        return new CognitoStub(process, process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start."));
    }

    /// <summary>Runs the server. It prints its address, and stops with the process that started it, when its input is closed.</summary>
    public static async Task Serve()
    {
        var response = JsonSerializer.SerializeToUtf8Bytes(new
        {
            AuthenticationResult = new { AccessToken = Text(1071), ExpiresIn = 3600, IdToken = Text(1102), RefreshToken = Text(1784), TokenType = "Bearer" },
            ChallengeParameters = new { },
        });
        await using var server = await LoopbackServer.Start(
            async context =>
            {
                await context.Request.BodyReader.CopyToAsync(Stream.Null);
                context.Response.ContentType = "application/x-amz-json-1.1";
                context.Response.ContentLength = response.Length;
                context.Response.Headers["x-amzn-RequestId"] = "c4459718-f2a4-48f8-8377-d56a06828f46";
                await context.Response.Body.WriteAsync(response);
            },
            isRecording: false);
        Console.WriteLine(server.Url);
        await Console.In.ReadToEndAsync();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static string Text(int length) => new('x', length);
}
