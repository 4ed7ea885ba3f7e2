using System.Text.RegularExpressions;

namespace CognitoAuth.IntegrationTests.Support;

/// <summary>A <c>.http</c> file, in the form that REST Client of VS Code and Visual Studio share.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Head">The text before the first request.</param>
/// <param name="Requests">Its requests, in order.</param>
public sealed partial record HttpFile(string Name, string Head, IReadOnlyList<HttpFileRequest> Requests)
{
    /// <summary>The files beside the API.</summary>
    public static IReadOnlyList<HttpFile> All => [.. Directory.GetFiles(Path.Combine(Repository.Root, "src", "Api", "Requests"), "*.http").Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>The settings with which the file starts the API, in addition to those of the embedded pool.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings => StartPattern().Match(Head).Groups["setting"].Captures
        .Select(setting => setting.Value.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0].Replace("__", ":", StringComparison.Ordinal), parts[1]));

    /// <summary>The user that the file creates first, with a temporary password.</summary>
    public (string Username, string Password)? InvitedUser => InvitationPattern().Match(Head) is { Success: true } match ? (match.Groups["username"].Value, match.Groups["password"].Value) : null;

    /// <summary>The variables of the file: <c>@username = jane</c>.</summary>
    public IEnumerable<KeyValuePair<string, string>> Variables => VariablePattern().Matches(Head).Select(match => KeyValuePair.Create(match.Groups["name"].Value, match.Groups["value"].Value));

    /// <summary>Reads a file.</summary>
    public static HttpFile Read(string path)
    {
        var parts = $"\n{File.ReadAllText(path).ReplaceLineEndings("\n")}".Split("\n### ");
        return new HttpFile(Path.GetFileName(path), parts[0], [.. parts.Skip(1).Select(request => request.Split('\n', 2)).Select(request => HttpFileRequest.Read(request[0], request[1]))]);
    }

    [GeneratedRegex("^@(?<name>[A-Za-z]+) = (?<value>[^\n]+)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex VariablePattern();

    [GeneratedRegex("with the embedded pool: ((?<setting>[^ =\n]+=[^ \n]+) )*dotnet run", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex StartPattern();

    [GeneratedRegex("aws cognito-idp admin-create-user .*--username (?<username>[^ ]+) --temporary-password (?<password>[^ ]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex InvitationPattern();
}

/// <summary>One request of a <c>.http</c> file. Its texts contain variables: <c>{{username}}</c>, or <c>{{signIn.response.body.$.tokens.accessToken}}</c> of an earlier response.</summary>
/// <param name="Title">A description with the expected outcome.</param>
/// <param name="Name">The name by which later requests refer to its response: <c># @name</c>.</param>
/// <param name="Prompt">The variable that REST Client asks for: <c># @prompt</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The address.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body; empty when there is none.</param>
public sealed partial record HttpFileRequest(string Title, string? Name, string? Prompt, HttpMethod Method, string Address, IReadOnlyList<KeyValuePair<string, string>> Headers, string Body)
{
    /// <summary>The outcome in the title.</summary>
    public ExpectedOutcome Expected => ExpectationPattern().Match(Title) is { Success: true } match
        ? new(int.Parse(match.Groups["status"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), Optional(match.Groups["code"]), Optional(match.Groups["challenge"]))
        : throw new InvalidOperationException($"A title must end with its outcome, such as (expect 400 code_mismatch): {Title}");

    /// <summary>The path, in the form of the contract.</summary>
    public string Path => Address.Replace("{{api}}", "", StringComparison.Ordinal).Split('?')[0];

    internal static HttpFileRequest Read(string title, string text)
    {
        var lines = text.Trim('\n').Split('\n');
        var directives = lines.TakeWhile(line => line.StartsWith('#')).Select(line => DirectivePattern().Match(line)).Where(match => match.Success).ToDictionary(match => match.Groups["kind"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        var request = lines.SkipWhile(line => line.StartsWith('#')).ToList();
        var line = request[0].Split(' ', 2);
        var headers = request.Skip(1).TakeWhile(header => header.Length > 0).Select(header => header.Split(": ", 2)).Select(header => KeyValuePair.Create(header[0], header[1])).ToList();
        return new HttpFileRequest(
            title, directives.GetValueOrDefault("name"), directives.GetValueOrDefault("prompt"), new HttpMethod(line[0]), line[1], headers, string.Join('\n', request.Skip(headers.Count + 2)));
    }

    private static string? Optional(Group group) => group.Success ? group.Value : null;

    [GeneratedRegex(@"\(expect (?<status>[0-9]{3})( (?<code>[a-z_]+))?( with the challenge (?<challenge>[A-Z_]+))?\)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ExpectationPattern();

    [GeneratedRegex("^# @(?<kind>name|prompt) (?<value>[A-Za-z]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DirectivePattern();
}

/// <summary>The outcome in a title.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">The problem's code.</param>
/// <param name="Challenge">The challenge's name.</param>
public sealed record ExpectedOutcome(int Status, string? Code, string? Challenge);
