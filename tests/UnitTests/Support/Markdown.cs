using System.Text.RegularExpressions;

namespace CognitoAuth.UnitTests.Support;

/// <summary>Reads the pages of the repository.</summary>
internal static partial class Markdown
{
    // Output of builds and package managers.
    private static readonly string[] GeneratedFolders = ["bin", "obj", "node_modules", "TestResults", "generated"];

    /// <summary>The paths of all files in the repository that end in one of these, relative to its root and with slashes.</summary>
    public static IEnumerable<string> Files(params string[] endings) => FilesIn(Repository.PathOf("."))
        .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
        .Select(path => Path.GetRelativePath(Repository.PathOf("."), path).Replace('\\', '/'));

    /// <summary>The text of a file, with line feeds.</summary>
    /// <param name="path">Relative to the root of the repository.</param>
    public static string Read(string path) => File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");

    /// <summary>The links of a text: the shown text and the target.</summary>
    public static IEnumerable<(string Name, string Target)> LinksOf(string text) => LinkPattern().Matches(text).Select(link => (link.Groups["name"].Value, link.Groups["target"].Value));

    /// <summary>The anchors that GitHub generates for a page's headings.</summary>
    public static IEnumerable<string> AnchorsOf(string page) => FencePattern().Replace(page, "").Split('\n').Where(line => line.StartsWith('#'))
        .Select(line => PunctuationPattern().Replace(line.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static IEnumerable<string> FilesIn(string folder) => Directory.EnumerateFiles(folder)
        .Concat(Directory.EnumerateDirectories(folder).Where(child => !GeneratedFolders.Contains(Path.GetFileName(child), StringComparer.Ordinal) && Path.GetFileName(child) != ".git").SelectMany(FilesIn));

    [GeneratedRegex(@"\[(?<name>[^\]]+)\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex LinkPattern();

    [GeneratedRegex("^```.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FencePattern();

    [GeneratedRegex(@"[^\w\- ]", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex PunctuationPattern();
}
