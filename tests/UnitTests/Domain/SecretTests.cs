using System.Globalization;
using CognitoAuth.Domain;
using CognitoAuth.UnitTests.Support;
using Microsoft.Extensions.Logging;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace CognitoAuth.UnitTests.Domain;

public sealed partial class SecretTests
{
    private const string Value = "s3cret-v4lue";

    private static readonly Secret Secret = new(Value);

    [Fact]
    public void Reveal_returns_the_value() => Secret.Reveal().ShouldBe(Value);

    [Fact]
    public void Secret_can_be_a_part_of_a_text()
    {
        var part = new Secret($"Bearer {Value} ".AsMemory("Bearer ".Length, Value.Length));

        part.Reveal().ShouldBe(Value);
        part.RevealSpan().ToString().ShouldBe(Value);
        part.IsEmpty.ShouldBeFalse();
        part.ToString().ShouldBe("***");
        part.ShouldBe(Secret);
        part.GetHashCode().ShouldBe(Secret.GetHashCode());
        part.ShouldNotBe(new Secret(Value + "x"));
    }

    [Fact]
    public void Secret_prints_as_stars()
    {
        string[] texts =
        [
            Secret.ToString(),
            $"{Secret}",
            "" + Secret,
            string.Create(CultureInfo.InvariantCulture, $"{Secret}"),
            string.Format(CultureInfo.InvariantCulture, "{0}", Secret),
            string.Join(',', Secret),
            new Holder("jane", Secret).ToString(),
            TestData.Tokens(Value, Value).ToString(),
            new InvalidOperationException($"Refused: {Secret}").ToString(),
            Should.Throw<InvalidOperationException>(() => Enumerable.Empty<Holder>().First(holder => Secret.Equals(holder.Password))).ToString(),
        ];

        foreach (var text in texts) text.ShouldNotContain(Value);
        texts[0].ShouldBe("***");
        texts[6].ShouldContain("***");
    }

    [Fact]
    public void Secret_stays_hidden_when_a_logger_destructures_it()
    {
        var sink = new RenderingSink();
        using var logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink(sink).CreateLogger();
        var command = ValidRequests.SignUp(password: Value);

        logger.Information("{@Secret} {Secret} {$Secret}", Secret, Secret, Secret);
        logger.Information("{@Command} {Command} {@Tokens}", command, command, TestData.Tokens(Value, Value));
        logger.Information("{@Map}", new Dictionary<string, Secret>(StringComparer.Ordinal) { ["password"] = Secret });

        sink.Text.ShouldContain("***");
        sink.Text.ShouldNotContain(Value);
    }

    [Fact]
    public void Secret_stays_hidden_in_the_structured_values_of_a_log_line()
    {
        using var logs = new RecordedLogs();
        Tried(logs.For<SecretTests>(), Secret, ValidRequests.SignUp(password: Value));

        logs.Text.ShouldContain("***");
        logs.Text.ShouldNotContain(Value);
    }

    [Fact]
    public void Secrets_are_equal_only_if_their_values_are()
    {
        Secret.Equals(new Secret(Value)).ShouldBeTrue();
        Secret.GetHashCode().ShouldBe(new Secret(Value).GetHashCode());
        Secret.Equals(new Secret(Value + "x")).ShouldBeFalse();
        Secret.Equals(new Secret(Value.ToUpperInvariant())).ShouldBeFalse();
        Secret.Equals(null).ShouldBeFalse();
        Secret.Equals((object)Value).ShouldBeFalse();
    }

    [Fact]
    public void Secret_without_characters_is_empty()
    {
        Secret.IsEmpty.ShouldBeFalse();
        Secret.Empty.IsEmpty.ShouldBeTrue();
    }

    [LoggerMessage(LogLevel.Information, "Tried {Password} of {@Command}")]
    private static partial void Tried(Microsoft.Extensions.Logging.ILogger logger, Secret password, object command);

    private sealed record Holder(string Username, Secret? Password);

    private sealed class RenderingSink : ILogEventSink
    {
        private readonly StringWriter _text = new(CultureInfo.InvariantCulture);

        public string Text => _text.ToString();

        public void Emit(LogEvent logEvent)
        {
            new RenderedCompactJsonFormatter().Format(logEvent, _text);
            logEvent.RenderMessage(_text, CultureInfo.InvariantCulture);
        }
    }
}
