using System.Text;
using CognitoAuth.Api.Observability;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;
using Serilog.Parsing;

namespace CognitoAuth.UnitTests.Api.Observability;

public sealed class StandardOutputSinkTests
{
    private static readonly MessageTemplateParser Templates = new();

    private readonly Writes _output = new();

    [Fact]
    public void Each_event_is_one_line_and_one_write()
    {
        using var sink = new StandardOutputSink(new RenderedCompactJsonFormatter(), _output);

        sink.Emit(Event("first"));
        sink.Emit(Event(new string('x', 3_000) + "ü"));

        _output.All.Count.ShouldBe(2);
        _output.All[0].ShouldContain("\"@m\":\"first\"");
        _output.All[1].ShouldContain("xü\"");
        _output.All.ShouldAllBe(written => written.StartsWith("{\"@t\"", StringComparison.Ordinal) && written.IndexOf('\n', StringComparison.Ordinal) == written.Length - 1);
    }

    [Fact]
    public void Lines_of_several_threads_do_not_mix()
    {
        using var sink = new StandardOutputSink(new RenderedCompactJsonFormatter(), _output);

        // Longer than a single write.
        Parallel.For(0, 100, index => sink.Emit(Event(new string((char)('a' + (index % 26)), 50_000))));

        var lines = string.Concat(_output.All).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(100);
        lines.ShouldAllBe(line => line.EndsWith('}') && line.Contains(new string(line[line.IndexOf("@m\":\"", StringComparison.Ordinal) + 5], 50_000)));
    }

    [Fact]
    public void A_line_that_cannot_be_formatted_is_not_written_in_part()
    {
        using var sink = new StandardOutputSink(new FailsOn("bad"), _output);

        Should.Throw<InvalidOperationException>(() => sink.Emit(Event("bad")));
        sink.Emit(Event("good"));

        _output.All.ShouldBe(["begun good"]);
    }

    private static LogEvent Event(string message) => new(DateTimeOffset.UnixEpoch, LogEventLevel.Information, exception: null, Templates.Parse(message), []);

    private sealed class FailsOn(string message) : ITextFormatter
    {
        public void Format(LogEvent logEvent, TextWriter output)
        {
            output.Write("begun ");
            if (logEvent.MessageTemplate.Text == message) throw new InvalidOperationException();
            output.Write(logEvent.MessageTemplate.Text);
        }
    }

    private sealed class Writes : MemoryStream
    {
        public List<string> All { get; } = [];

        public override void Write(ReadOnlySpan<byte> buffer) => All.Add(Encoding.UTF8.GetString(buffer));

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));
    }
}
