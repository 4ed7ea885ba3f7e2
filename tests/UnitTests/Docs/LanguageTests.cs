using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>Plain technical English: words that a reader stumbles over must not come back. Code, in fences and between backticks, is not looked at.</summary>
public sealed partial class LanguageTests
{
    /// <summary>The folders whose C# is checked too: its comments and texts. Pages are checked in all folders.</summary>
    private static readonly string[] SourceFolders =
    [
        "src/Domain",
        "src/Application",
        "tests/UnitTests/Domain",
        "tests/UnitTests/Application",
    ];

    // Rewritten with the code that they describe.
    private static readonly string[] Pending = ["docs/adr/0002", "docs/adr/0003", "docs/adr/0006", "docs/adr/0007", "docs/adr/0009", "docs/adr/0018"];

    private static readonly (Regex Words, string Instead)[] Banned =
    [
        (Words(@"whoever|those who|who goes on"), "anyone who; the caller; the operator"),
        (Words(@"in place of"), "instead of"),
        (Words(@"tells?|told|telling"), "reveals; reports; informs"),
        (Words(@"alike"), "the same for every account; in the same way"),
        (Words(@"stops? to"), "stops listening"),
        (Words(@"taken no more|asked no more"), "is no longer accepted"),
        (Words(@"(?<!\b(any|every|some|no)(thing|one|body|where) |\b(what|who|or|all|much|little) )else"), "otherwise"),
        (Words(@"he|him|his"), "they, their"),
        (Words(@"(it|which|that|who|api|cognito|redis|server|endpoint|call|flow|pool|handler|sign-(up|in|out)) answers|answers (\d{3}|alike|`)|(is|are|was|were) answered (\d{3}|as|by)"), "returns; responds with"),
    ];

    public static TheoryData<string> Files =>
    [
        .. Markdown.Files(".md").Where(page => !Pending.Any(pending => page.StartsWith(pending, StringComparison.Ordinal))),
        .. Markdown.Files(".cs").Where(file => SourceFolders.Any(folder => file.StartsWith($"{folder}/", StringComparison.Ordinal))),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_page_has_none_of_the_banned_words(string file) => FaultsOf(file, Markdown.Read(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("Whoever calls it is told so.")]
    [InlineData("The server stops to listen.")]
    [InlineData("It answers 200, alike for every name.")]
    [InlineData("A clock that is ahead would else refuse it.")]
    public void A_banned_word_is_found(string sentence)
    {
        FaultsOf("page.md", sentence).ShouldNotBeEmpty();
        FaultsOf("Source.cs", $"// {sentence}").ShouldNotBeEmpty();
        FaultsOf("Source.cs", $"logger.Log(\"{sentence}\");").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("A challenge is answered with a code; five answers end the session. Nothing else changes.")]
    [InlineData("`it answers 200`")]
    public void Other_sentences_pass(string sentence) => FaultsOf("page.md", sentence).ShouldBeEmpty();

    [Fact]
    public void Code_passes() => FaultsOf("Source.cs", "if (told) answers.Add(his); else stops();").ShouldBeEmpty();

    private static IEnumerable<string> FaultsOf(string file, string text)
    {
        var lines = (file.EndsWith(".md", StringComparison.Ordinal) ? Fence().Replace(text, fence => new string('\n', fence.Value.Count(letter => letter == '\n'))) : text).Split('\n');
        return from line in lines.Select((content, index) => (Number: index + 1, Prose: file.EndsWith(".md", StringComparison.Ordinal) ? CodeOrTarget().Replace(content, "``") : ProseOf(content)))
               from banned in Banned
               from match in banned.Words.Matches(line.Prose)
               select $"{file}:{line.Number}: \"{match.Value}\": say \"{banned.Instead}\"";
    }

    /// <summary>The comment and the texts of a line of C#.</summary>
    private static string ProseOf(string line) => string.Join('\n', CommentOrText().Matches(line).Select(prose => prose.Value));

    private static Regex Words(string pattern) => new($@"\b({pattern})(?!\w)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"`[^`]*`|\]\([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CodeOrTarget();

    [GeneratedRegex("//.*$|\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex CommentOrText();
}
