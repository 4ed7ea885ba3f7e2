using System.Globalization;
using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace CognitoAuth.Api.Observability;

/// <summary>
/// Writes each log event to standard output in one write, before the call returns. <see cref="Console.Out"/> would write a line in pieces of 256 characters, each with a system call, and
/// the output of other code could get between them.
/// </summary>
/// <param name="formatter">Formats a line.</param>
/// <param name="output">Standard output.</param>
internal sealed class StandardOutputSink(ITextFormatter formatter, Stream output) : ILogEventSink, IDisposable
{
    /// <summary>In characters. Only a line with a stack trace is longer, and takes more than one write.</summary>
    private const int UsualLength = 16 * 1024;

    private readonly StreamWriter _output = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), UsualLength);
    private readonly Lock _writeLock = new();

    // Formatted before the lock, so that threads wait only for writes, and a line that cannot be formatted is not written in part.
    [ThreadStatic]
    private static StringWriter? Line;

    public void Emit(LogEvent logEvent)
    {
        Line ??= new StringWriter(CultureInfo.InvariantCulture);
        var text = Line.GetStringBuilder().Clear();
        formatter.Format(logEvent, Line);
        lock (_writeLock)
        {
            _output.Write(text);
            _output.Flush();
        }
    }

    public void Dispose() => _output.Dispose();
}
