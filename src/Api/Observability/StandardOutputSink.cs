using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace CognitoAuth.Api.Observability;

/// <summary>
/// Writes log events to standard output, each by one write and before the call returns: <see cref="Console.Out"/> passes a line on in pieces of 256 characters, each a call to the operating system, and
/// what others write there could get between them.
/// </summary>
/// <param name="formatter">What a line looks like.</param>
/// <param name="output">Standard output.</param>
internal sealed class StandardOutputSink(ITextFormatter formatter, Stream output) : ILogEventSink, IDisposable
{
    /// <summary>In characters. Only an exception's stack is longer, and takes more than one write.</summary>
    private const int UsualLength = 16 * 1024;

    private readonly StreamWriter _output = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), UsualLength);
    private readonly Lock _oneAtATime = new();

    // Formatted aside, so that threads only wait for each other's writing, and a line that cannot be formatted leaves no part of it behind.
    [ThreadStatic]
    private static StringWriter? Line;

    public void Emit(LogEvent logEvent)
    {
        Line ??= new StringWriter(CultureInfo.InvariantCulture);
        var text = Line.GetStringBuilder().Clear();
        formatter.Format(logEvent, Line);
        lock (_oneAtATime)
        {
            _output.Write(text);
            _output.Flush();
        }
    }

    public void Dispose() => _output.Dispose();
}
