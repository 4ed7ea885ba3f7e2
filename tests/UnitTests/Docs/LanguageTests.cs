using System.Text.RegularExpressions;
using CognitoAuth.UnitTests.Support;

namespace CognitoAuth.UnitTests.Docs;

/// <summary>Plain technical English: words that are hard to read must not come back. Code, in fences and between backticks, is not checked.</summary>
public sealed partial class LanguageTests
{
    /// <summary>The folders whose C# comments and texts are checked too. Pages are checked in all folders.</summary>
    private static readonly string[] SourceFolders =
    [
        "benchmarks",
        "samples",
        "src/Api",
        "src/Application",
        "src/CognitoClientGenerator",
        "src/Domain",
        "src/Infrastructure",
        "src/LocalCognito",
        "tests/BrowserTests",
        "tests/GeneratedClients",
        "tests/IntegrationTests",
        "tests/OfficialClients",
        "tests/Shared",
        "tests/UnitTests/Api",
        "tests/UnitTests/Application",
        "tests/UnitTests/Architecture",
        "tests/UnitTests/CognitoClientGenerator",
        "tests/UnitTests/Docs",
        "tests/UnitTests/Domain",
        "tests/UnitTests/Infrastructure",
        "tests/UnitTests/LocalCognito",
        "tests/UnitTests/PublicApi",
        "tests/UnitTests/Support",
    ];

    // This file contains the banned words.
    private static readonly string[] Exempt = ["tests/UnitTests/Docs/LanguageTests.cs"];

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
        .. Markdown.Files(".md"),
        .. Markdown.Files(".cs").Where(file => SourceFolders.Any(folder => file.StartsWith($"{folder}/", StringComparison.Ordinal)) && !Exempt.Contains(file, StringComparer.Ordinal)),
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_page_and_no_source_file_has_a_banned_word(string file) => FaultsOf(file, Markdown.Read(file)).ShouldBeEmpty();

    [Theory]
    [InlineData("Whoever calls it is told so.")]
    [InlineData("The server stops to listen.")]
    [InlineData("It answers 200, alike for every name.")]
    [InlineData("A clock that is ahead would else refuse it.")]
    public void The_check_finds_a_banned_word(string sentence)
    {
        FaultsOf("page.md", sentence).ShouldNotBeEmpty();
        FaultsOf("Source.cs", $"// {sentence}").ShouldNotBeEmpty();
        FaultsOf("Source.cs", $"logger.Log(\"{sentence}\");").ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("A challenge is answered with a code; five answers end the session. Nothing else changes.")]
    [InlineData("`it answers 200`")]
    public void The_check_accepts_other_sentences(string sentence) => FaultsOf("page.md", sentence).ShouldBeEmpty();

    [Fact]
    public void The_check_ignores_code() => FaultsOf("Source.cs", "if (told) answers.Add(his); else stops();").ShouldBeEmpty();

    private static IEnumerable<string> FaultsOf(string file, string text)
    {
        var lines = (file.EndsWith(".md", StringComparison.Ordinal) ? Fence().Replace(text, fence => new string('\n', fence.Value.Count(letter => letter == '\n'))) : text).Split('\n');
        return from line in lines.Select((content, index) => (Number: index + 1, Prose: file.EndsWith(".md", StringComparison.Ordinal) ? CodeOrTarget().Replace(content, "``") : ProseOf(content)))
               from banned in Banned
               from match in banned.Words.Matches(line.Prose)
               select $"{file}:{line.Number}: \"{match.Value}\": use \"{banned.Instead}\"";
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
